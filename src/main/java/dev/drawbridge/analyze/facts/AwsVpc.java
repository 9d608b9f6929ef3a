package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Resource;
import java.util.List;

/// A VPC.
///
/// @param blocks its IPv4 blocks as written, the primary one first
/// @param ipv6Blocks its IPv6 blocks; where AWS is to choose one, a block that stands in for it
public record AwsVpc(
    Resource resource, List<Reading<String>> blocks, List<Reading<String>> ipv6Blocks) {}
