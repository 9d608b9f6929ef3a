# What a call of terraform-aws-modules/rds/aws makes: a database instance, with a subnet group where it is asked for one.

variable "create_db_instance" { default = true }
variable "create_db_subnet_group" { default = false }
variable "identifier" { default = "db" }
variable "engine" { default = null }
variable "engine_version" { default = null }
variable "instance_class" { default = null }
variable "allocated_storage" { default = null }
variable "max_allocated_storage" { default = 0 }
variable "storage_type" { default = null }
variable "storage_encrypted" { default = true }
variable "db_name" { default = null }
variable "name" { default = null }
variable "username" { default = null }
variable "port" { default = null }
variable "manage_master_user_password" { default = true }
variable "vpc_security_group_ids" { default = [] }
variable "db_subnet_group_name" { default = null }
variable "subnet_ids" { default = [] }
variable "availability_zone" { default = null }
variable "multi_az" { default = false }
variable "publicly_accessible" { default = false }
variable "replicate_source_db" { default = null }
variable "backup_retention_period" { default = null }
variable "backup_window" { default = null }
variable "maintenance_window" { default = null }
variable "deletion_protection" { default = false }
variable "skip_final_snapshot" { default = false }
variable "performance_insights_enabled" { default = false }

resource "aws_db_subnet_group" "this" {
  count      = var.create_db_subnet_group ? 1 : 0
  name       = coalesce(var.db_subnet_group_name, var.identifier)
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "this" {
  count                        = var.create_db_instance ? 1 : 0
  identifier                   = var.identifier
  engine                       = var.engine
  engine_version               = var.engine_version
  instance_class               = var.instance_class
  allocated_storage            = var.allocated_storage
  max_allocated_storage        = var.max_allocated_storage
  storage_type                 = var.storage_type
  storage_encrypted            = var.storage_encrypted
  db_name                      = try(coalesce(var.db_name, var.name), null)
  username                     = var.username
  port                         = var.port
  manage_master_user_password  = var.manage_master_user_password && var.replicate_source_db == null ? true : null
  vpc_security_group_ids       = var.vpc_security_group_ids
  db_subnet_group_name         = var.create_db_subnet_group ? aws_db_subnet_group.this[0].id : var.db_subnet_group_name
  availability_zone            = var.availability_zone
  multi_az                     = var.multi_az
  publicly_accessible          = var.publicly_accessible
  replicate_source_db          = var.replicate_source_db
  backup_retention_period      = var.backup_retention_period
  backup_window                = var.backup_window
  maintenance_window           = var.maintenance_window
  deletion_protection          = var.deletion_protection
  skip_final_snapshot          = var.skip_final_snapshot
  performance_insights_enabled = var.performance_insights_enabled
}

output "db_instance_id" { value = try(aws_db_instance.this[0].id, null) }
output "db_instance_identifier" { value = try(aws_db_instance.this[0].identifier, null) }
output "db_instance_arn" { value = try(aws_db_instance.this[0].arn, null) }
output "db_instance_address" { value = try(aws_db_instance.this[0].address, null) }
output "db_instance_endpoint" { value = try(aws_db_instance.this[0].endpoint, null) }
output "db_instance_port" { value = try(aws_db_instance.this[0].port, null) }
output "db_instance_name" { value = try(aws_db_instance.this[0].db_name, null) }
output "db_subnet_group_id" { value = try(aws_db_subnet_group.this[0].id, null) }
