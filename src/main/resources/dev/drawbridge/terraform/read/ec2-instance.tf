# What a call of terraform-aws-modules/ec2-instance/aws makes.

variable "create" { default = true }
variable "name" { default = "" }
variable "ami" { default = null }
variable "instance_type" { default = "t3.micro" }
variable "subnet_id" { default = null }
variable "vpc_security_group_ids" { default = null }
variable "associate_public_ip_address" { default = null }
variable "key_name" { default = null }
variable "user_data" { default = null }
variable "user_data_base64" { default = null }
variable "iam_instance_profile" { default = null }
variable "create_eip" { default = false }

resource "aws_instance" "this" {
  count                       = var.create ? 1 : 0
  ami                         = var.ami
  instance_type               = var.instance_type
  subnet_id                   = var.subnet_id
  vpc_security_group_ids      = var.vpc_security_group_ids
  associate_public_ip_address = var.associate_public_ip_address
  key_name                    = var.key_name
  user_data                   = var.user_data
  user_data_base64            = var.user_data_base64
  iam_instance_profile        = var.iam_instance_profile
  tags                        = { Name = var.name }
}

resource "aws_eip" "this" {
  count    = var.create && var.create_eip ? 1 : 0
  instance = aws_instance.this[0].id
  domain   = "vpc"
}

output "id" { value = try(aws_instance.this[0].id, null) }
output "arn" { value = try(aws_instance.this[0].arn, null) }
output "private_ip" { value = try(aws_instance.this[0].private_ip, null) }
output "public_ip" { value = try(aws_eip.this[0].public_ip, aws_instance.this[0].public_ip, null) }
