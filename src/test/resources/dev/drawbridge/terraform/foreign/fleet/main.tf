# Instances behind a Network Load Balancer, and a web server of its own; a local module makes the network.
provider "aws" {
  region = "us-west-2"
}

module "network" {
  source = "./modules/network"

  cidr = "172.16.0.0/16"
  subnets = {
    edge-a = { zone = "us-west-2a", newbits = 0, public = true }
    edge-b = { zone = "us-west-2b", newbits = 1, public = true }
    core-a = { zone = "us-west-2a", newbits = 10, public = false }
    core-b = { zone = "us-west-2b", newbits = 11, public = false }
  }
}

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]
}

resource "aws_security_group" "nlb" {
  name_prefix = "nlb-"
  vpc_id      = module.network.vpc_id
}

resource "aws_security_group_rule" "nlb_in" {
  for_each = toset(["443", "5000"])

  type              = "ingress"
  security_group_id = aws_security_group.nlb.id
  from_port         = each.value
  to_port           = each.value
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group" "workers" {
  name_prefix = "workers-"
  vpc_id      = module.network.vpc_id
}

resource "aws_security_group_rule" "workers_in" {
  type                     = "ingress"
  security_group_id        = aws_security_group.workers.id
  source_security_group_id = aws_security_group.nlb.id
  from_port                = 5000
  to_port                  = 5000
  protocol                 = "tcp"
}

resource "aws_security_group_rule" "workers_out" {
  type              = "egress"
  security_group_id = aws_security_group.workers.id
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "workers_self" {
  type              = "ingress"
  security_group_id = aws_security_group.workers.id
  from_port         = 4369
  to_port           = 4369
  protocol          = "tcp"
  self              = true
}

resource "aws_lb" "tcp" {
  name                             = "tcp"
  load_balancer_type               = "network"
  subnets                          = module.network.public_subnet_ids
  security_groups                  = [aws_security_group.nlb.id]
  enable_cross_zone_load_balancing = true
}

resource "aws_lb_target_group" "tcp" {
  for_each = { tls = 443, plain = 5000 }

  name     = "workers-${each.key}"
  port     = 5000
  protocol = "TCP"
  vpc_id   = module.network.vpc_id

  health_check {
    protocol = "HTTP"
    path     = "/ready"
    port     = "traffic-port"
  }
}

resource "aws_lb_listener" "tls" {
  load_balancer_arn = aws_lb.tcp.arn
  port              = 443
  protocol          = "TLS"
  certificate_arn   = var.certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tcp["tls"].arn
  }
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.tcp.arn
  port              = 5000
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tcp["plain"].arn
  }
}

resource "aws_launch_template" "workers" {
  name_prefix            = "workers-"
  image_id               = data.aws_ami.linux.id
  instance_type          = "c7g.large"
  vpc_security_group_ids = [aws_security_group.workers.id]
  user_data              = base64encode("#!/bin/bash\nsystemctl start worker\n")
}

resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 8
  desired_capacity    = 3
  vpc_zone_identifier = module.network.private_subnet_ids

  launch_template {
    id      = aws_launch_template.workers.id
    version = "$Latest"
  }
}

resource "aws_autoscaling_attachment" "workers" {
  for_each = aws_lb_target_group.tcp

  autoscaling_group_name = aws_autoscaling_group.workers.name
  lb_target_group_arn    = each.value.arn
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = module.network.vpc_id
  service_name      = "com.amazonaws.us-west-2.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = module.network.private_route_table_ids
}

resource "aws_security_group" "endpoints" {
  name_prefix = "endpoints-"
  vpc_id      = module.network.vpc_id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [module.network.cidr]
  }
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["ssm", "ecr.api", "logs"])

  vpc_id              = module.network.vpc_id
  service_name        = "com.amazonaws.us-west-2.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = module.network.private_subnet_ids
  security_group_ids  = [aws_security_group.endpoints.id]
}

resource "aws_elasticache_subnet_group" "this" {
  name       = "cache"
  subnet_ids = module.network.private_subnet_ids
}

resource "aws_security_group" "cache" {
  name_prefix = "cache-"
  vpc_id      = module.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "cache" {
  security_group_id            = aws_security_group.cache.id
  referenced_security_group_id = aws_security_group.workers.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = "cache"
  description                = "Sessions"
  engine                     = "valkey"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.cache.id]
}

variable "certificate_arn" {
  type = string
}
