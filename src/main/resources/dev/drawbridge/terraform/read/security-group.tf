# What a call of terraform-aws-modules/security-group/aws makes: a group, and rules that are named by what they open.

variable "create" { default = true }
variable "create_sg" { default = true }
variable "security_group_id" { default = null }
variable "name" { default = "" }
variable "description" { default = "" }
variable "vpc_id" { default = null }
variable "ingress_rules" { default = [] }
variable "ingress_cidr_blocks" { default = [] }
variable "ingress_ipv6_cidr_blocks" { default = [] }
variable "ingress_with_cidr_blocks" { default = [] }
variable "ingress_with_source_security_group_id" { default = [] }
variable "computed_ingress_with_source_security_group_id" { default = [] }
variable "ingress_with_self" { default = [] }
variable "egress_rules" { default = [] }
variable "egress_cidr_blocks" { default = ["0.0.0.0/0"] }
variable "egress_ipv6_cidr_blocks" { default = ["::/0"] }
variable "egress_with_cidr_blocks" { default = [] }
variable "egress_with_source_security_group_id" { default = [] }
variable "computed_egress_with_source_security_group_id" { default = [] }

locals {
  id = var.create_sg ? aws_security_group.this_name_prefix[0].id : var.security_group_id
  # First port, last port, protocol.
  opens = {
    all-all                = [-1, -1, "-1"]
    all-icmp               = [-1, -1, "icmp"]
    all-tcp                = [0, 65535, "tcp"]
    all-udp                = [0, 65535, "udp"]
    dns-tcp                = [53, 53, "tcp"]
    dns-udp                = [53, 53, "udp"]
    elasticsearch-rest-tcp = [9200, 9200, "tcp"]
    http-80-tcp            = [80, 80, "tcp"]
    http-8080-tcp          = [8080, 8080, "tcp"]
    https-443-tcp          = [443, 443, "tcp"]
    https-8443-tcp         = [8443, 8443, "tcp"]
    memcached-tcp          = [11211, 11211, "tcp"]
    mongodb-27017-tcp      = [27017, 27017, "tcp"]
    mssql-tcp              = [1433, 1433, "tcp"]
    mysql-tcp              = [3306, 3306, "tcp"]
    nfs-tcp                = [2049, 2049, "tcp"]
    oracle-db-tcp          = [1521, 1521, "tcp"]
    postgresql-tcp         = [5432, 5432, "tcp"]
    rdp-tcp                = [3389, 3389, "tcp"]
    redis-tcp              = [6379, 6379, "tcp"]
    redshift-tcp           = [5439, 5439, "tcp"]
    ssh-tcp                = [22, 22, "tcp"]
  }
}

resource "aws_security_group" "this_name_prefix" {
  count       = var.create && var.create_sg ? 1 : 0
  description = var.description
  vpc_id      = var.vpc_id
  tags        = { Name = var.name }
}

resource "aws_security_group_rule" "ingress_rules" {
  count             = var.create ? length(var.ingress_rules) : 0
  security_group_id = local.id
  type              = "ingress"
  cidr_blocks       = var.ingress_cidr_blocks
  ipv6_cidr_blocks  = var.ingress_ipv6_cidr_blocks
  from_port         = local.opens[var.ingress_rules[count.index]][0]
  to_port           = local.opens[var.ingress_rules[count.index]][1]
  protocol          = local.opens[var.ingress_rules[count.index]][2]
}

resource "aws_security_group_rule" "ingress_with_cidr_blocks" {
  count             = var.create ? length(var.ingress_with_cidr_blocks) : 0
  security_group_id = local.id
  type              = "ingress"
  cidr_blocks       = try(split(",", var.ingress_with_cidr_blocks[count.index].cidr_blocks), var.ingress_cidr_blocks)
  from_port         = try(var.ingress_with_cidr_blocks[count.index].from_port, local.opens[var.ingress_with_cidr_blocks[count.index].rule][0])
  to_port           = try(var.ingress_with_cidr_blocks[count.index].to_port, local.opens[var.ingress_with_cidr_blocks[count.index].rule][1])
  protocol          = try(var.ingress_with_cidr_blocks[count.index].protocol, local.opens[var.ingress_with_cidr_blocks[count.index].rule][2])
}

resource "aws_security_group_rule" "ingress_with_source_security_group_id" {
  count                    = var.create ? length(var.ingress_with_source_security_group_id) : 0
  security_group_id        = local.id
  type                     = "ingress"
  source_security_group_id = var.ingress_with_source_security_group_id[count.index].source_security_group_id
  from_port                = try(var.ingress_with_source_security_group_id[count.index].from_port, local.opens[var.ingress_with_source_security_group_id[count.index].rule][0])
  to_port                  = try(var.ingress_with_source_security_group_id[count.index].to_port, local.opens[var.ingress_with_source_security_group_id[count.index].rule][1])
  protocol                 = try(var.ingress_with_source_security_group_id[count.index].protocol, local.opens[var.ingress_with_source_security_group_id[count.index].rule][2])
}

resource "aws_security_group_rule" "computed_ingress_with_source_security_group_id" {
  count                    = var.create ? length(var.computed_ingress_with_source_security_group_id) : 0
  security_group_id        = local.id
  type                     = "ingress"
  source_security_group_id = var.computed_ingress_with_source_security_group_id[count.index].source_security_group_id
  from_port                = try(var.computed_ingress_with_source_security_group_id[count.index].from_port, local.opens[var.computed_ingress_with_source_security_group_id[count.index].rule][0])
  to_port                  = try(var.computed_ingress_with_source_security_group_id[count.index].to_port, local.opens[var.computed_ingress_with_source_security_group_id[count.index].rule][1])
  protocol                 = try(var.computed_ingress_with_source_security_group_id[count.index].protocol, local.opens[var.computed_ingress_with_source_security_group_id[count.index].rule][2])
}

resource "aws_security_group_rule" "ingress_with_self" {
  count             = var.create ? length(var.ingress_with_self) : 0
  security_group_id = local.id
  type              = "ingress"
  self              = true
  from_port         = try(var.ingress_with_self[count.index].from_port, local.opens[var.ingress_with_self[count.index].rule][0])
  to_port           = try(var.ingress_with_self[count.index].to_port, local.opens[var.ingress_with_self[count.index].rule][1])
  protocol          = try(var.ingress_with_self[count.index].protocol, local.opens[var.ingress_with_self[count.index].rule][2])
}

resource "aws_security_group_rule" "egress_rules" {
  count             = var.create ? length(var.egress_rules) : 0
  security_group_id = local.id
  type              = "egress"
  cidr_blocks       = var.egress_cidr_blocks
  ipv6_cidr_blocks  = var.egress_ipv6_cidr_blocks
  from_port         = local.opens[var.egress_rules[count.index]][0]
  to_port           = local.opens[var.egress_rules[count.index]][1]
  protocol          = local.opens[var.egress_rules[count.index]][2]
}

resource "aws_security_group_rule" "egress_with_cidr_blocks" {
  count             = var.create ? length(var.egress_with_cidr_blocks) : 0
  security_group_id = local.id
  type              = "egress"
  cidr_blocks       = try(split(",", var.egress_with_cidr_blocks[count.index].cidr_blocks), var.egress_cidr_blocks)
  from_port         = try(var.egress_with_cidr_blocks[count.index].from_port, local.opens[var.egress_with_cidr_blocks[count.index].rule][0])
  to_port           = try(var.egress_with_cidr_blocks[count.index].to_port, local.opens[var.egress_with_cidr_blocks[count.index].rule][1])
  protocol          = try(var.egress_with_cidr_blocks[count.index].protocol, local.opens[var.egress_with_cidr_blocks[count.index].rule][2])
}

resource "aws_security_group_rule" "egress_with_source_security_group_id" {
  count                    = var.create ? length(var.egress_with_source_security_group_id) : 0
  security_group_id        = local.id
  type                     = "egress"
  source_security_group_id = var.egress_with_source_security_group_id[count.index].source_security_group_id
  from_port                = try(var.egress_with_source_security_group_id[count.index].from_port, local.opens[var.egress_with_source_security_group_id[count.index].rule][0])
  to_port                  = try(var.egress_with_source_security_group_id[count.index].to_port, local.opens[var.egress_with_source_security_group_id[count.index].rule][1])
  protocol                 = try(var.egress_with_source_security_group_id[count.index].protocol, local.opens[var.egress_with_source_security_group_id[count.index].rule][2])
}

resource "aws_security_group_rule" "computed_egress_with_source_security_group_id" {
  count                    = var.create ? length(var.computed_egress_with_source_security_group_id) : 0
  security_group_id        = local.id
  type                     = "egress"
  source_security_group_id = var.computed_egress_with_source_security_group_id[count.index].source_security_group_id
  from_port                = try(var.computed_egress_with_source_security_group_id[count.index].from_port, local.opens[var.computed_egress_with_source_security_group_id[count.index].rule][0])
  to_port                  = try(var.computed_egress_with_source_security_group_id[count.index].to_port, local.opens[var.computed_egress_with_source_security_group_id[count.index].rule][1])
  protocol                 = try(var.computed_egress_with_source_security_group_id[count.index].protocol, local.opens[var.computed_egress_with_source_security_group_id[count.index].rule][2])
}

output "security_group_id" { value = local.id }
output "this_security_group_id" { value = local.id }
output "security_group_arn" { value = try(aws_security_group.this_name_prefix[0].arn, null) }
output "security_group_name" { value = try(aws_security_group.this_name_prefix[0].name, null) }
output "security_group_vpc_id" { value = try(aws_security_group.this_name_prefix[0].vpc_id, null) }
