# What a call of terraform-aws-modules/alb/aws makes: a load balancer with its group, listeners, rules and target
# groups, which are maps since its version 9 and were lists before.

variable "create" { default = true }
variable "create_lb" { default = true }
variable "name" { default = null }
variable "load_balancer_type" { default = "application" }
variable "internal" { default = false }
variable "subnets" { default = [] }
variable "vpc_id" { default = null }
variable "create_security_group" { default = true }
variable "security_groups" { default = [] }
variable "security_group_ingress_rules" { default = {} }
variable "security_group_egress_rules" { default = {} }
variable "security_group_rules" { default = {} }
variable "enable_deletion_protection" { default = true }
variable "drop_invalid_header_fields" { default = true }
variable "idle_timeout" { default = 60 }
variable "listeners" { default = {} }
variable "target_groups" { default = {} }
variable "additional_target_group_attachments" { default = {} }
variable "http_tcp_listeners" { default = [] }
variable "https_listeners" { default = [] }
variable "default_port" { default = 80 }
variable "default_protocol" { default = "HTTP" }

locals {
  make   = var.create && var.create_lb
  keyed  = can(keys(var.target_groups))
  groups = local.make && local.keyed ? var.target_groups : {}
  listed = local.make && !local.keyed ? var.target_groups : []
  rules  = merge([for own, listener in var.listeners : { for key, rule in try(listener.rules, {}) : "${own}/${key}" => merge(rule, { of = own }) }]...)
  into   = merge([for i, group in local.listed : { for key, target in try(group.targets, {}) : "${i}.${key}" => merge(target, { of = i }) }]...)
}

resource "aws_security_group" "this" {
  count  = local.make && var.create_security_group ? 1 : 0
  vpc_id = var.vpc_id
  tags   = { Name = var.name }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = { for key, rule in var.security_group_ingress_rules : key => rule if local.make && var.create_security_group }
  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, each.value.from_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  prefix_list_id               = try(each.value.prefix_list_id, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each                     = { for key, rule in var.security_group_egress_rules : key => rule if local.make && var.create_security_group }
  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, each.value.from_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  cidr_ipv6                    = try(each.value.cidr_ipv6, null)
  prefix_list_id               = try(each.value.prefix_list_id, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}

resource "aws_security_group_rule" "this" {
  for_each                 = { for key, rule in var.security_group_rules : key => rule if local.make && var.create_security_group }
  security_group_id        = aws_security_group.this[0].id
  type                     = try(each.value.type, "ingress")
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  protocol                 = each.value.protocol
  cidr_blocks              = try(each.value.cidr_blocks, null)
  source_security_group_id = try(each.value.source_security_group_id, null)
}

resource "aws_lb" "this" {
  count                      = local.make ? 1 : 0
  name                       = var.name
  load_balancer_type         = var.load_balancer_type
  internal                   = var.internal
  subnets                    = var.subnets
  security_groups            = var.create_security_group ? concat(aws_security_group.this[*].id, var.security_groups) : var.security_groups
  enable_deletion_protection = var.enable_deletion_protection
  drop_invalid_header_fields = var.drop_invalid_header_fields
  idle_timeout               = var.idle_timeout
}

resource "aws_lb_target_group" "this" {
  for_each             = local.groups
  vpc_id               = try(each.value.vpc_id, var.vpc_id)
  port                 = try(each.value.port, each.value.backend_port, var.default_port)
  protocol             = try(each.value.protocol, each.value.backend_protocol, var.default_protocol)
  target_type          = try(each.value.target_type, "instance")
  deregistration_delay = try(each.value.deregistration_delay, 300)

  dynamic "health_check" {
    for_each = can(each.value.health_check) ? [each.value.health_check] : []
    content {
      path    = try(health_check.value.path, null)
      matcher = try(health_check.value.matcher, null)
    }
  }
}

resource "aws_lb_target_group" "main" {
  count                = length(local.listed)
  vpc_id               = var.vpc_id
  port                 = local.listed[count.index].backend_port
  protocol             = local.listed[count.index].backend_protocol
  target_type          = try(local.listed[count.index].target_type, "instance")
  deregistration_delay = try(local.listed[count.index].deregistration_delay, 300)

  dynamic "health_check" {
    for_each = can(local.listed[count.index].health_check) ? [local.listed[count.index].health_check] : []
    content {
      path    = try(health_check.value.path, null)
      matcher = try(health_check.value.matcher, null)
    }
  }
}

resource "aws_lb_target_group_attachment" "this" {
  for_each         = merge({ for key, group in local.groups : key => group if try(group.create_attachment, true) && can(group.target_id) }, local.into)
  target_group_arn = try(aws_lb_target_group.main[each.value.of].arn, aws_lb_target_group.this[each.key].arn)
  target_id        = each.value.target_id
  port             = try(each.value.port, null)
}

resource "aws_lb_target_group_attachment" "additional" {
  for_each         = local.make ? var.additional_target_group_attachments : {}
  target_group_arn = aws_lb_target_group.this[each.value.target_group_key].arn
  target_id        = each.value.target_id
  port             = try(each.value.port, null)
}

resource "aws_lb_listener" "this" {
  for_each          = local.make ? var.listeners : {}
  load_balancer_arn = aws_lb.this[0].arn
  port              = try(each.value.port, var.default_port)
  protocol          = try(each.value.protocol, var.default_protocol)
  certificate_arn   = try(each.value.certificate_arn, null)
  ssl_policy        = try(each.value.ssl_policy, null)

  dynamic "default_action" {
    for_each = can(each.value.forward) ? [each.value.forward] : []
    content {
      type             = "forward"
      target_group_arn = try(default_action.value.arn, default_action.value.target_group_arn, aws_lb_target_group.this[default_action.value.target_group_key].arn)
    }
  }

  dynamic "default_action" {
    for_each = can(each.value.weighted_forward) ? [each.value.weighted_forward] : []
    content {
      type = "forward"
      forward {
        dynamic "target_group" {
          for_each = default_action.value.target_groups
          content {
            arn    = try(target_group.value.arn, target_group.value.target_group_arn, aws_lb_target_group.this[target_group.value.target_group_key].arn)
            weight = try(target_group.value.weight, null)
          }
        }
      }
    }
  }

  dynamic "default_action" {
    for_each = can(each.value.redirect) ? [each.value.redirect] : []
    content {
      type = "redirect"
      redirect {
        port        = try(default_action.value.port, null)
        protocol    = try(default_action.value.protocol, null)
        status_code = default_action.value.status_code
      }
    }
  }

  dynamic "default_action" {
    for_each = can(each.value.fixed_response) ? [each.value.fixed_response] : []
    content {
      type = "fixed-response"
      fixed_response {
        content_type = default_action.value.content_type
        status_code  = try(default_action.value.status_code, null)
      }
    }
  }
}

resource "aws_lb_listener_rule" "this" {
  for_each     = { for key, rule in local.rules : key => rule if local.make }
  listener_arn = aws_lb_listener.this[each.value.of].arn
  priority     = try(each.value.priority, null)

  dynamic "action" {
    for_each = [for action in each.value.actions : try(action.forward, action) if can(action.forward.target_group_key) || can(action.target_group_key)]
    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.this[action.value.target_group_key].arn
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : try(action.weighted_forward, action) if can(action.weighted_forward.target_groups) || can(action.target_groups)]
    content {
      type = "forward"
      forward {
        dynamic "target_group" {
          for_each = action.value.target_groups
          content {
            arn    = aws_lb_target_group.this[target_group.value.target_group_key].arn
            weight = try(target_group.value.weight, null)
          }
        }
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : try(action.redirect, action) if can(action.redirect.status_code) || try(action.type, "") == "redirect"]
    content {
      type = "redirect"
      redirect {
        port        = try(action.value.port, null)
        protocol    = try(action.value.protocol, null)
        status_code = action.value.status_code
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : try(action.fixed_response, action) if can(action.fixed_response.content_type) || try(action.type, "") == "fixed-response"]
    content {
      type = "fixed-response"
      fixed_response {
        content_type = action.value.content_type
        status_code  = try(action.value.status_code, null)
      }
    }
  }

  dynamic "condition" {
    for_each = [for condition in each.value.conditions : condition.path_pattern if can(condition.path_pattern)]
    content {
      path_pattern {
        values = condition.value.values
      }
    }
  }

  dynamic "condition" {
    for_each = [for condition in each.value.conditions : condition.host_header if can(condition.host_header)]
    content {
      host_header {
        values = condition.value.values
      }
    }
  }
}

resource "aws_lb_listener" "frontend_http_tcp" {
  count             = local.make ? length(var.http_tcp_listeners) : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = var.http_tcp_listeners[count.index].port
  protocol          = var.http_tcp_listeners[count.index].protocol

  dynamic "default_action" {
    for_each = try(var.http_tcp_listeners[count.index].action_type, "forward") == "forward" ? [1] : []
    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.main[try(var.http_tcp_listeners[count.index].target_group_index, count.index)].arn
    }
  }

  dynamic "default_action" {
    for_each = try(var.http_tcp_listeners[count.index].action_type, "forward") == "redirect" ? [var.http_tcp_listeners[count.index].redirect] : []
    content {
      type = "redirect"
      redirect {
        port        = try(default_action.value.port, null)
        protocol    = try(default_action.value.protocol, null)
        status_code = default_action.value.status_code
      }
    }
  }
}

resource "aws_lb_listener" "frontend_https" {
  count             = local.make ? length(var.https_listeners) : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = var.https_listeners[count.index].port
  protocol          = try(var.https_listeners[count.index].protocol, "HTTPS")
  certificate_arn   = var.https_listeners[count.index].certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main[try(var.https_listeners[count.index].target_group_index, count.index)].arn
  }
}

output "id" { value = try(aws_lb.this[0].id, null) }
output "arn" { value = try(aws_lb.this[0].arn, null) }
output "arn_suffix" { value = try(aws_lb.this[0].arn_suffix, null) }
output "dns_name" { value = try(aws_lb.this[0].dns_name, null) }
output "zone_id" { value = try(aws_lb.this[0].zone_id, null) }
output "lb_id" { value = try(aws_lb.this[0].id, null) }
output "lb_arn" { value = try(aws_lb.this[0].arn, null) }
output "lb_arn_suffix" { value = try(aws_lb.this[0].arn_suffix, null) }
output "lb_dns_name" { value = try(aws_lb.this[0].dns_name, null) }
output "lb_zone_id" { value = try(aws_lb.this[0].zone_id, null) }
output "security_group_id" { value = try(aws_security_group.this[0].id, null) }
output "listeners" { value = aws_lb_listener.this }
output "listener_rules" { value = aws_lb_listener_rule.this }
output "target_groups" { value = aws_lb_target_group.this }
output "target_group_arns" { value = aws_lb_target_group.main[*].arn }
output "target_group_names" { value = aws_lb_target_group.main[*].name }
output "http_tcp_listener_arns" { value = aws_lb_listener.frontend_http_tcp[*].arn }
output "https_listener_arns" { value = aws_lb_listener.frontend_https[*].arn }
