# What a call of the submodule service of terraform-aws-modules/ecs/aws makes: a service, its task and its group. What
# containers say is written in camel case since version 6 and was in snake case before.

variable "create" { default = true }
variable "create_service" { default = true }
variable "name" { default = null }
variable "cluster_arn" { default = "" }
variable "desired_count" { default = 1 }
variable "launch_type" { default = "FARGATE" }
variable "cpu" { default = 1024 }
variable "memory" { default = 2048 }
variable "container_definitions" { default = {} }
variable "load_balancer" { default = {} }
variable "subnet_ids" { default = [] }
variable "assign_public_ip" { default = false }
variable "create_security_group" { default = true }
variable "security_group_ids" { default = [] }
variable "security_group_rules" { default = {} }
variable "security_group_ingress_rules" { default = {} }
variable "security_group_egress_rules" { default = {} }
variable "vpc_id" { default = null }
variable "health_check_grace_period_seconds" { default = null }
variable "deployment_minimum_healthy_percent" { default = 66 }
variable "deployment_maximum_percent" { default = 200 }

locals {
  make   = var.create && var.create_service
  guards = local.make && var.create_security_group
}

resource "aws_security_group" "this" {
  count  = local.guards ? 1 : 0
  vpc_id = var.vpc_id
  tags   = { Name = var.name }
}

resource "aws_security_group_rule" "this" {
  for_each                 = { for key, rule in var.security_group_rules : key => rule if local.guards }
  security_group_id        = aws_security_group.this[0].id
  type                     = each.value.type
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  protocol                 = each.value.protocol
  cidr_blocks              = try(each.value.cidr_blocks, null)
  source_security_group_id = try(each.value.source_security_group_id, null)
  self                     = try(each.value.self, null)
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = { for key, rule in var.security_group_ingress_rules : key => rule if local.guards }
  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, each.value.from_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each                     = { for key, rule in var.security_group_egress_rules : key => rule if local.guards }
  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, each.value.from_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}

resource "aws_ecs_task_definition" "this" {
  count                    = var.create ? 1 : 0
  family                   = var.name
  network_mode             = "awsvpc"
  requires_compatibilities = [var.launch_type]
  cpu                      = var.cpu
  memory                   = var.memory
  container_definitions = jsonencode([for key, container in var.container_definitions : {
    name      = try(container.name, key)
    image     = try(container.image, null)
    essential = try(container.essential, true)
    portMappings = [for port in try(container.portMappings, container.port_mappings, []) : {
      containerPort = port.containerPort
      protocol      = try(port.protocol, "tcp")
    }]
    environment = try(container.environment, [])
  }])
}

resource "aws_ecs_service" "this" {
  count                              = local.make ? 1 : 0
  name                               = var.name
  cluster                            = var.cluster_arn
  task_definition                    = aws_ecs_task_definition.this[0].arn
  desired_count                      = var.desired_count
  launch_type                        = var.launch_type
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  deployment_maximum_percent         = var.deployment_maximum_percent

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = concat(aws_security_group.this[*].id, var.security_group_ids)
    assign_public_ip = var.assign_public_ip
  }

  dynamic "load_balancer" {
    for_each = var.load_balancer
    content {
      target_group_arn = load_balancer.value.target_group_arn
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
    }
  }
}

output "id" { value = try(aws_ecs_service.this[0].id, null) }
output "name" { value = try(aws_ecs_service.this[0].name, null) }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
output "task_definition_arn" { value = try(aws_ecs_task_definition.this[0].arn, null) }
