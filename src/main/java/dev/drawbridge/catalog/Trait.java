package dev.drawbridge.catalog;

/// What a kind is to its neighbours, whatever its name. Arrows, Terraform and rules ask for these, so that
/// a new kind takes part without being named anywhere.
public enum Trait {
  /// Arrows of traffic may begin here.
  SENDS,
  /// It has a security group of its own.
  GROUPED,
  /// Hands what it takes to those to which its arrows lead.
  BALANCER,
  /// Servers of one sort, which may stand behind a load balancer and run on single instances or on a fleet.
  SERVERS,
  /// A frame in which servers run: an Auto Scaling group, an ECS service.
  FLEET,
  /// A fleet that runs its servers as containers, each with an address of its own: an ECS service.
  CONTAINERS,
  /// Keeps data that others ask for.
  DATA_STORE,
  /// Stands in the organisation's own data centre, of which AWS knows addresses only.
  ON_PREMISES
}
