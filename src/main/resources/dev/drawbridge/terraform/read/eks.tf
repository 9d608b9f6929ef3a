# What a call of terraform-aws-modules/eks/aws makes: a cluster, groups of nodes, and the security groups of both. Names of
# inputs begin with cluster_ before version 21.

variable "create" { default = true }
variable "name" { default = null }
variable "cluster_name" { default = "cluster" }
variable "vpc_id" { default = null }
variable "iam_role_arn" { default = null }
variable "subnet_ids" { default = [] }
variable "subnets" { default = [] }
variable "control_plane_subnet_ids" { default = [] }
variable "create_security_group" { default = true }
variable "create_cluster_security_group" { default = true }
variable "security_group_id" { default = null }
variable "cluster_security_group_id" { default = null }
variable "additional_security_group_ids" { default = [] }
variable "cluster_additional_security_group_ids" { default = [] }
variable "security_group_additional_rules" { default = {} }
variable "cluster_security_group_additional_rules" { default = {} }
variable "create_node_security_group" { default = true }
variable "node_security_group_id" { default = null }
variable "node_security_group_additional_rules" { default = {} }
variable "eks_managed_node_groups" { default = {} }
variable "eks_managed_node_group_defaults" { default = {} }
variable "self_managed_node_groups" { default = {} }
variable "self_managed_node_group_defaults" { default = {} }

locals {
  name    = coalesce(var.name, var.cluster_name)
  subnets = length(var.subnet_ids) > 0 ? var.subnet_ids : var.subnets
  guarded = var.create && var.create_security_group && var.create_cluster_security_group
  cluster = local.guarded ? aws_security_group.cluster[0].id : try(coalesce(var.security_group_id, var.cluster_security_group_id), null)
  nodes   = var.create && var.create_node_security_group ? aws_security_group.node[0].id : var.node_security_group_id

  # Who talks to whom: webhooks and the kubelet are called by the cluster, nodes resolve names and call each other.
  among_nodes = {
    cluster_443   = { from_port = 443, to_port = 443, source_cluster_security_group = true }
    cluster_4443  = { from_port = 4443, to_port = 4443, source_cluster_security_group = true }
    cluster_6443  = { from_port = 6443, to_port = 6443, source_cluster_security_group = true }
    cluster_8443  = { from_port = 8443, to_port = 8443, source_cluster_security_group = true }
    cluster_9443  = { from_port = 9443, to_port = 9443, source_cluster_security_group = true }
    cluster_10250 = { from_port = 10250, to_port = 10250, source_cluster_security_group = true }
    names_tcp     = { from_port = 53, to_port = 53, self = true }
    names_udp     = { from_port = 53, to_port = 53, self = true, protocol = "udp" }
    each_other    = { from_port = 1025, to_port = 65535, self = true }
    out           = { from_port = 0, to_port = 0, protocol = "-1", type = "egress", cidr_blocks = ["0.0.0.0/0"] }
  }
}

resource "aws_security_group" "cluster" {
  count  = local.guarded ? 1 : 0
  name   = "${local.name}-cluster"
  vpc_id = var.vpc_id
}

resource "aws_security_group_rule" "cluster" {
  for_each = local.guarded ? merge(
    { nodes_443 = { from_port = 443, to_port = 443, source_node_security_group = true } },
    var.security_group_additional_rules,
    var.cluster_security_group_additional_rules,
  ) : {}
  security_group_id        = aws_security_group.cluster[0].id
  type                     = try(each.value.type, "ingress")
  protocol                 = try(each.value.protocol, "tcp")
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = try(each.value.cidr_blocks, null)
  ipv6_cidr_blocks         = try(each.value.ipv6_cidr_blocks, null)
  self                     = try(each.value.self, null)
  source_security_group_id = try(each.value.source_node_security_group, false) ? local.nodes : try(each.value.source_security_group_id, null)
}

resource "aws_security_group" "node" {
  count  = var.create && var.create_node_security_group ? 1 : 0
  name   = "${local.name}-node"
  vpc_id = var.vpc_id
}

resource "aws_security_group_rule" "node" {
  for_each                 = var.create && var.create_node_security_group ? merge(local.among_nodes, var.node_security_group_additional_rules) : {}
  security_group_id        = aws_security_group.node[0].id
  type                     = try(each.value.type, "ingress")
  protocol                 = try(each.value.protocol, "tcp")
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = try(each.value.cidr_blocks, null)
  ipv6_cidr_blocks         = try(each.value.ipv6_cidr_blocks, null)
  self                     = try(each.value.self, null)
  source_security_group_id = try(each.value.source_cluster_security_group, false) ? local.cluster : try(each.value.source_security_group_id, null)
}

resource "aws_eks_cluster" "this" {
  count    = var.create ? 1 : 0
  name     = local.name
  role_arn = var.iam_role_arn

  vpc_config {
    subnet_ids         = length(var.control_plane_subnet_ids) > 0 ? var.control_plane_subnet_ids : local.subnets
    security_group_ids = concat(compact([local.cluster]), var.additional_security_group_ids, var.cluster_additional_security_group_ids)
  }
}

resource "aws_launch_template" "managed" {
  for_each    = var.create ? { for key, group in var.eks_managed_node_groups : key => merge(var.eks_managed_node_group_defaults, group) } : {}
  name_prefix = "${each.key}-"

  vpc_security_group_ids = concat(
    compact([local.nodes]),
    try(each.value.vpc_security_group_ids, []),
    try(each.value.attach_cluster_primary_security_group, false) ? [aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id] : [],
  )
}

resource "aws_eks_node_group" "managed" {
  for_each      = var.create ? { for key, group in var.eks_managed_node_groups : key => merge(var.eks_managed_node_group_defaults, group) } : {}
  cluster_name  = aws_eks_cluster.this[0].name
  node_role_arn = try(each.value.iam_role_arn, null)
  subnet_ids    = try(each.value.subnet_ids, local.subnets)

  scaling_config {
    min_size     = try(each.value.min_size, 1)
    max_size     = try(each.value.max_size, 3)
    desired_size = try(each.value.desired_size, 1)
  }

  dynamic "launch_template" {
    for_each = try(each.value.use_custom_launch_template, true) ? [aws_launch_template.managed[each.key].id] : []
    content {
      id      = launch_template.value
      version = "$Latest"
    }
  }

  dynamic "remote_access" {
    for_each = can(each.value.remote_access.ec2_ssh_key) ? [each.value.remote_access] : []
    content {
      ec2_ssh_key               = remote_access.value.ec2_ssh_key
      source_security_group_ids = try(remote_access.value.source_security_group_ids, null)
    }
  }
}

resource "aws_launch_template" "self_managed" {
  for_each    = var.create ? { for key, group in var.self_managed_node_groups : key => merge(var.self_managed_node_group_defaults, group) } : {}
  name_prefix = "${each.key}-"
  key_name    = try(each.value.key_name, null)

  vpc_security_group_ids = concat(compact([local.nodes]), try(each.value.vpc_security_group_ids, []))
}

resource "aws_autoscaling_group" "self_managed" {
  for_each            = var.create ? { for key, group in var.self_managed_node_groups : key => merge(var.self_managed_node_group_defaults, group) } : {}
  name_prefix         = "${each.key}-"
  min_size            = try(each.value.min_size, 0)
  max_size            = try(each.value.max_size, 3)
  vpc_zone_identifier = try(each.value.subnet_ids, local.subnets)

  launch_template {
    id      = aws_launch_template.self_managed[each.key].id
    version = "$Latest"
  }
}

output "cluster_id" { value = try(aws_eks_cluster.this[0].id, null) }
output "cluster_arn" { value = try(aws_eks_cluster.this[0].arn, null) }
output "cluster_name" { value = try(aws_eks_cluster.this[0].name, null) }
output "cluster_endpoint" { value = try(aws_eks_cluster.this[0].endpoint, null) }
output "cluster_security_group_id" { value = local.cluster }
output "cluster_primary_security_group_id" { value = try(aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id, null) }
output "node_security_group_id" { value = local.nodes }
output "worker_security_group_id" { value = local.nodes }
