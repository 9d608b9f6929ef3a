# What a call of terraform-aws-modules/elb/aws makes: a classic load balancer, and who is behind it.

variable "create_elb" { default = true }
variable "name" { default = null }
variable "name_prefix" { default = null }
variable "internal" { default = false }
variable "subnets" { default = [] }
variable "security_groups" { default = [] }
variable "listener" { default = [] }
variable "health_check" { default = {} }
variable "instances" { default = [] }
variable "number_of_instances" { default = 0 }
variable "cross_zone_load_balancing" { default = true }
variable "idle_timeout" { default = 60 }
variable "connection_draining" { default = false }
variable "connection_draining_timeout" { default = 300 }

resource "aws_elb" "this" {
  count                       = var.create_elb ? 1 : 0
  name                        = var.name
  internal                    = var.internal
  subnets                     = var.subnets
  security_groups             = var.security_groups
  cross_zone_load_balancing   = var.cross_zone_load_balancing
  idle_timeout                = var.idle_timeout
  connection_draining         = var.connection_draining
  connection_draining_timeout = var.connection_draining_timeout

  dynamic "listener" {
    for_each = var.listener
    content {
      instance_port      = listener.value.instance_port
      instance_protocol  = listener.value.instance_protocol
      lb_port            = listener.value.lb_port
      lb_protocol        = listener.value.lb_protocol
      ssl_certificate_id = try(listener.value.ssl_certificate_id, null)
    }
  }

  dynamic "health_check" {
    for_each = can(var.health_check.target) ? [var.health_check] : []
    content {
      target              = health_check.value.target
      interval            = health_check.value.interval
      timeout             = health_check.value.timeout
      healthy_threshold   = health_check.value.healthy_threshold
      unhealthy_threshold = health_check.value.unhealthy_threshold
    }
  }
}

resource "aws_elb_attachment" "this" {
  count    = var.create_elb ? var.number_of_instances : 0
  elb      = aws_elb.this[0].id
  instance = var.instances[count.index]
}

output "elb_id" { value = try(aws_elb.this[0].id, null) }
output "elb_arn" { value = try(aws_elb.this[0].arn, null) }
output "elb_name" { value = try(aws_elb.this[0].name, null) }
output "elb_dns_name" { value = try(aws_elb.this[0].dns_name, null) }
output "elb_zone_id" { value = try(aws_elb.this[0].zone_id, null) }
output "elb_source_security_group_id" { value = try(aws_elb.this[0].source_security_group_id, null) }
