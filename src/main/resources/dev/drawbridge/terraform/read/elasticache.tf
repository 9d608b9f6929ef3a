# What a call of terraform-aws-modules/elasticache/aws makes: a cache cluster or a replication group, with its subnet group and
# security group.

variable "create" { default = true }
variable "cluster_id" { default = "" }
variable "create_cluster" { default = false }
variable "create_replication_group" { default = true }
variable "replication_group_id" { default = null }
variable "engine" { default = "redis" }
variable "engine_version" { default = null }
variable "node_type" { default = null }
variable "port" { default = null }
variable "num_cache_nodes" { default = 1 }
variable "num_cache_clusters" { default = null }
variable "num_node_groups" { default = null }
variable "replicas_per_node_group" { default = null }
variable "automatic_failover_enabled" { default = null }
variable "multi_az_enabled" { default = false }
variable "at_rest_encryption_enabled" { default = true }
variable "transit_encryption_enabled" { default = true }
variable "vpc_id" { default = null }
variable "subnet_ids" { default = [] }
variable "create_subnet_group" { default = true }
variable "subnet_group_name" { default = null }
variable "create_security_group" { default = true }
variable "security_group_ids" { default = [] }
variable "security_group_rules" { default = {} }

locals {
  id     = try(coalesce(var.replication_group_id, var.cluster_id), "cache")
  own    = var.create && var.create_security_group
  port   = try(coalesce(var.port), var.engine == "memcached" ? 11211 : 6379)
  groups = concat(var.security_group_ids, local.own ? [aws_security_group.this[0].id] : [])
  place  = var.create_subnet_group ? try(aws_elasticache_subnet_group.this[0].name, null) : var.subnet_group_name
}

resource "aws_elasticache_subnet_group" "this" {
  count      = var.create && var.create_subnet_group ? 1 : 0
  name       = coalesce(var.subnet_group_name, local.id)
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  count  = local.own ? 1 : 0
  name   = local.id
  vpc_id = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = { for key, rule in var.security_group_rules : key => rule if local.own && try(rule.type, "ingress") == "ingress" }
  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, local.port)
  to_port                      = try(each.value.to_port, local.port)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}

resource "aws_elasticache_cluster" "this" {
  count              = var.create && var.create_cluster ? 1 : 0
  cluster_id         = var.cluster_id
  engine             = var.engine
  engine_version     = var.engine_version
  node_type          = var.node_type
  num_cache_nodes    = var.num_cache_nodes
  port               = local.port
  subnet_group_name  = local.place
  security_group_ids = local.groups
}

resource "aws_elasticache_replication_group" "this" {
  count                      = var.create && var.create_replication_group ? 1 : 0
  replication_group_id       = local.id
  description                = local.id
  engine                     = var.engine
  engine_version             = var.engine_version
  node_type                  = var.node_type
  port                       = local.port
  num_cache_clusters         = var.num_cache_clusters
  num_node_groups            = var.num_node_groups
  replicas_per_node_group    = var.replicas_per_node_group
  automatic_failover_enabled = var.automatic_failover_enabled
  multi_az_enabled           = var.multi_az_enabled
  at_rest_encryption_enabled = var.at_rest_encryption_enabled
  transit_encryption_enabled = var.transit_encryption_enabled
  subnet_group_name          = local.place
  security_group_ids         = local.groups
}

output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
output "subnet_group_name" { value = local.place }
output "cluster_arn" { value = try(aws_elasticache_cluster.this[0].arn, null) }
output "replication_group_id" { value = try(aws_elasticache_replication_group.this[0].id, null) }
output "replication_group_arn" { value = try(aws_elasticache_replication_group.this[0].arn, null) }
output "replication_group_primary_endpoint_address" { value = try(aws_elasticache_replication_group.this[0].primary_endpoint_address, null) }
output "replication_group_port" { value = local.port }
