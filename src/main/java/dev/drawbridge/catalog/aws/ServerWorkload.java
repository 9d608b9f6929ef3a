package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Workload;

/// What runs on servers that are as large as they are drawn.
interface ServerWorkload extends Workload {
  @Override
  default Property<String> instanceType() {
    return Instances.INSTANCE_TYPE;
  }
}
