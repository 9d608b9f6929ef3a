package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Property;

/// What is said of EC2 instances alike, whether a tier runs on single ones or an Auto Scaling group starts
/// them.
public final class Instances {
  public static final Property<String> INSTANCE_TYPE =
      Property.shaped(
              "instanceType", "instance-type", "[a-z][a-z0-9-]{0,19}\\.[a-z0-9-]{2,20}", "t3.small")
          .suggesting(
              "t3.micro",
              "t3.small",
              "t3.medium",
              "t3.large",
              "m7i.large",
              "m7i.xlarge",
              "c7i.large",
              "c7i.xlarge",
              "r7i.large");

  /// An image id, or `resolve:ssm:` and the name of a parameter that holds one; empty means the newest
  /// Amazon Linux 2023.
  public static final Property<String> AMI =
      Property.shaped("ami", "ami", "|ami-[0-9a-f]{8,17}|resolve:ssm:[A-Za-z0-9/_.:-]{1,200}", "");

  /// Size of the root volume.
  public static final Property<Integer> ROOT_VOLUME =
      Property.whole("rootVolume", 8, 16384, "GiB", 20);

  /// How many single instances stand in each subnet; without meaning inside an Auto Scaling group.
  public static final Property<Integer> PER_SUBNET =
      Property.whole("instancesPerSubnet", 1, 20, "", 1);

  public static final Property<Boolean> PUBLIC_IP = Property.flag("publicIp", false);

  /// Where the tier answers health checks.
  public static final Property<String> HEALTH_PATH =
      Property.shaped(
          "healthPath", "plain-path", "/|(/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,63}){1,8}", "/healthz");

  /// Seconds that a server gets to finish its requests once it is told to stop.
  public static final Property<Integer> SHUTDOWN = Property.whole("shutdown", 1, 3600, "s", 60);

  /// How software comes to run on instances.
  public enum Runtime {
    /// Installed from packages, under systemd.
    PACKAGES,
    /// In a container of the tier's image.
    DOCKER
  }

  /// Without meaning in an ECS service, where everything is a container.
  public static final Property<Runtime> RUNTIME =
      Property.choice("runtime", Runtime.class, Runtime.PACKAGES);

  /// What a container runs, with a tag or a digest; empty asks for it when Terraform runs.
  public static final Property<String> IMAGE =
      Property.shaped(
          "image",
          "image",
          "|[a-z0-9][a-z0-9./_:-]{0,200}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})",
          "");

  private Instances() {}
}
