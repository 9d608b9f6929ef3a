# What a call of the submodule cluster of terraform-aws-modules/ecs/aws makes.

variable "create" { default = true }
variable "name" { default = "" }
variable "cluster_name" { default = "" }

resource "aws_ecs_cluster" "this" {
  count = var.create ? 1 : 0
  name  = coalesce(var.name, var.cluster_name, "cluster")
}

output "id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "cluster_id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "cluster_arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "cluster_name" { value = try(aws_ecs_cluster.this[0].name, null) }
