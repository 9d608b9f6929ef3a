/// What a resource graph says, read once: which subnets a VPC has, which routes hold in them, who
/// stands behind which load balancer. Read by AWS resource type, so that it makes no difference
/// whether somebody drew the graph or wrote it. [NetworkMap] turns it into the neutral network that
/// the engine in `network` knows.
@NullMarked
package dev.drawbridge.analyze.facts;

import org.jspecify.annotations.NullMarked;
