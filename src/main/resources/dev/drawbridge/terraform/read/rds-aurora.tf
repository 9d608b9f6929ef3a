# What a call of terraform-aws-modules/rds-aurora/aws makes: a cluster, its instances, and a group where one is asked for.

variable "create" { default = true }
variable "name" { default = "" }
variable "engine" { default = "aurora-mysql" }
variable "engine_version" { default = null }
variable "engine_mode" { default = "provisioned" }
variable "instance_class" { default = null }
variable "instances" { default = {} }
variable "serverlessv2_scaling_configuration" { default = {} }
variable "vpc_id" { default = null }
variable "subnets" { default = [] }
variable "create_db_subnet_group" { default = false }
variable "db_subnet_group_name" { default = null }
variable "create_security_group" { default = true }
variable "security_group_rules" { default = {} }
variable "vpc_security_group_ids" { default = [] }
variable "database_name" { default = null }
variable "master_username" { default = null }
variable "manage_master_user_password" { default = true }
variable "port" { default = null }
variable "storage_encrypted" { default = true }
variable "backup_retention_period" { default = null }
variable "preferred_backup_window" { default = null }
variable "preferred_maintenance_window" { default = null }
variable "deletion_protection" { default = null }
variable "skip_final_snapshot" { default = false }

locals {
  port   = try(coalesce(var.port, var.engine == "aurora-postgresql" ? 5432 : 3306), null)
  guards = var.create && var.create_security_group
}

resource "aws_security_group" "this" {
  count  = local.guards ? 1 : 0
  vpc_id = var.vpc_id
  tags   = { Name = var.name }
}

resource "aws_security_group_rule" "this" {
  for_each                 = { for key, rule in var.security_group_rules : key => rule if local.guards }
  security_group_id        = aws_security_group.this[0].id
  type                     = try(each.value.type, "ingress")
  from_port                = try(each.value.from_port, local.port)
  to_port                  = try(each.value.to_port, local.port)
  protocol                 = try(each.value.protocol, "tcp")
  cidr_blocks              = try(each.value.cidr_blocks, null)
  source_security_group_id = try(each.value.source_security_group_id, null)
}

resource "aws_db_subnet_group" "this" {
  count      = var.create && var.create_db_subnet_group ? 1 : 0
  name       = coalesce(var.db_subnet_group_name, var.name)
  subnet_ids = var.subnets
}

resource "aws_rds_cluster" "this" {
  count                        = var.create ? 1 : 0
  cluster_identifier           = var.name
  engine                       = var.engine
  engine_version               = var.engine_version
  engine_mode                  = var.engine_mode
  database_name                = var.database_name
  master_username              = var.master_username
  manage_master_user_password  = var.manage_master_user_password ? true : null
  port                         = local.port
  db_subnet_group_name         = var.create_db_subnet_group ? aws_db_subnet_group.this[0].name : var.db_subnet_group_name
  vpc_security_group_ids       = concat(aws_security_group.this[*].id, var.vpc_security_group_ids)
  storage_encrypted            = var.storage_encrypted
  backup_retention_period      = var.backup_retention_period
  preferred_backup_window      = var.preferred_backup_window
  preferred_maintenance_window = var.preferred_maintenance_window
  deletion_protection          = var.deletion_protection
  skip_final_snapshot          = var.skip_final_snapshot

  dynamic "serverlessv2_scaling_configuration" {
    for_each = can(var.serverlessv2_scaling_configuration.max_capacity) ? [var.serverlessv2_scaling_configuration] : []
    content {
      min_capacity = serverlessv2_scaling_configuration.value.min_capacity
      max_capacity = serverlessv2_scaling_configuration.value.max_capacity
    }
  }
}

resource "aws_rds_cluster_instance" "this" {
  for_each            = var.create ? var.instances : {}
  identifier          = try(each.value.identifier, "${var.name}-${each.key}")
  cluster_identifier  = aws_rds_cluster.this[0].id
  engine              = var.engine
  instance_class      = try(each.value.instance_class, var.instance_class)
  publicly_accessible = try(each.value.publicly_accessible, null)
}

output "cluster_id" { value = try(aws_rds_cluster.this[0].id, null) }
output "cluster_arn" { value = try(aws_rds_cluster.this[0].arn, null) }
output "cluster_endpoint" { value = try(aws_rds_cluster.this[0].endpoint, null) }
output "cluster_reader_endpoint" { value = try(aws_rds_cluster.this[0].reader_endpoint, null) }
output "cluster_port" { value = try(aws_rds_cluster.this[0].port, null) }
output "cluster_database_name" { value = var.database_name }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
output "db_subnet_group_name" { value = try(aws_db_subnet_group.this[0].name, var.db_subnet_group_name) }
