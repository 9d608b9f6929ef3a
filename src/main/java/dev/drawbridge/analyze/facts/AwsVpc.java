package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Resource;
import java.util.List;

/// A VPC.
///
/// @param blocks its IPv4 blocks as written, the primary one first
public record AwsVpc(Resource resource, List<Reading<String>> blocks) {}
