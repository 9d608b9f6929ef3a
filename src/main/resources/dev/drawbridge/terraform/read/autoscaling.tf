# What a call of terraform-aws-modules/autoscaling/aws makes: a launch template and the group that starts servers by it.

variable "create" { default = true }
variable "name" { default = "" }
variable "instance_name" { default = "" }
variable "min_size" { default = 0 }
variable "max_size" { default = 1 }
variable "desired_capacity" { default = null }
variable "vpc_zone_identifier" { default = [] }
variable "availability_zones" { default = null }
variable "health_check_type" { default = "EC2" }
variable "health_check_grace_period" { default = 300 }
variable "default_instance_warmup" { default = null }
variable "target_group_arns" { default = [] }
variable "load_balancers" { default = [] }
variable "traffic_source_attachments" { default = {} }
variable "create_launch_template" { default = true }
variable "launch_template_id" { default = null }
variable "image_id" { default = "" }
variable "instance_type" { default = null }
variable "key_name" { default = null }
variable "user_data" { default = null }
variable "security_groups" { default = [] }
variable "network_interfaces" { default = [] }
variable "block_device_mappings" { default = [] }

resource "aws_launch_template" "this" {
  count                  = var.create && var.create_launch_template ? 1 : 0
  name_prefix            = "${var.name}-"
  image_id               = var.image_id
  instance_type          = var.instance_type
  key_name               = var.key_name
  user_data              = var.user_data
  vpc_security_group_ids = length(var.network_interfaces) > 0 ? [] : var.security_groups

  dynamic "network_interfaces" {
    for_each = var.network_interfaces
    content {
      associate_public_ip_address = try(network_interfaces.value.associate_public_ip_address, null)
      security_groups             = concat(try(network_interfaces.value.security_groups, []), var.security_groups)
    }
  }

  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings
    content {
      device_name = block_device_mappings.value.device_name
      ebs {
        volume_size = try(block_device_mappings.value.ebs.volume_size, null)
        encrypted   = try(block_device_mappings.value.ebs.encrypted, null)
      }
    }
  }
}

resource "aws_autoscaling_group" "this" {
  count                     = var.create ? 1 : 0
  name_prefix               = "${var.name}-"
  min_size                  = var.min_size
  max_size                  = var.max_size
  desired_capacity          = var.desired_capacity
  vpc_zone_identifier       = var.vpc_zone_identifier
  availability_zones        = var.availability_zones
  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  default_instance_warmup   = var.default_instance_warmup
  target_group_arns         = concat(var.target_group_arns, [for source in var.traffic_source_attachments : source.traffic_source_identifier if try(source.traffic_source_type, "elbv2") == "elbv2"])
  load_balancers            = var.load_balancers

  launch_template {
    id      = var.create_launch_template ? aws_launch_template.this[0].id : var.launch_template_id
    version = "$Latest"
  }

  tag {
    key                 = "Name"
    value               = coalesce(var.instance_name, var.name, "servers")
    propagate_at_launch = true
  }
}

output "launch_template_id" { value = try(aws_launch_template.this[0].id, null) }
output "launch_template_arn" { value = try(aws_launch_template.this[0].arn, null) }
output "autoscaling_group_id" { value = try(aws_autoscaling_group.this[0].id, null) }
output "autoscaling_group_name" { value = try(aws_autoscaling_group.this[0].name, null) }
output "autoscaling_group_arn" { value = try(aws_autoscaling_group.this[0].arn, null) }
