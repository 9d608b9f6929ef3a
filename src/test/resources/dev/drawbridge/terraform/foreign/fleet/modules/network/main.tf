variable "cidr" {
  type = string
}

variable "subnets" {
  type = map(object({ zone = string, newbits = number, public = bool }))
}

locals {
  public  = { for name, subnet in var.subnets : name => subnet if subnet.public }
  private = { for name, subnet in var.subnets : name => subnet if !subnet.public }
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "this" {
  for_each = var.subnets

  vpc_id                  = aws_vpc.this.id
  cidr_block              = cidrsubnet(var.cidr, 8, each.value.newbits)
  availability_zone       = each.value.zone
  map_public_ip_on_launch = each.value.public

  tags = { Name = each.key }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table" "private" {
  for_each = local.private
  vpc_id   = aws_vpc.this.id
}

resource "aws_route_table_association" "public" {
  for_each       = local.public
  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  for_each       = local.private
  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}

output "vpc_id" {
  value = aws_vpc.this.id
}

output "cidr" {
  value = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  value = [for name, _ in local.public : aws_subnet.this[name].id]
}

output "private_subnet_ids" {
  value = [for name, _ in local.private : aws_subnet.this[name].id]
}

output "private_route_table_ids" {
  value = values(aws_route_table.private)[*].id
}
