# What is found in configurations of some years ago: a launch configuration, rules written as a list, containers
# told in JSON by hand, a security group that a load balancer and its servers share.
provider "aws" {
  region = "eu-west-1"
}

variable "image" {
  default = "httpd:2.4"
}

variable "port" {
  default = 8081
}

resource "aws_vpc" "shop" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_default_security_group" "shop" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_internet_gateway" "shop" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_subnet" "public" {
  count                   = 2
  vpc_id                  = aws_vpc.shop.id
  cidr_block              = cidrsubnet(aws_vpc.shop.cidr_block, 8, count.index)
  availability_zone       = "eu-west-1${element(["a", "b"], count.index)}"
  map_public_ip_on_launch = true
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.shop.id
  route = [{
    cidr_block                 = "0.0.0.0/0"
    gateway_id                 = aws_internet_gateway.shop.id
    carrier_gateway_id         = null
    core_network_arn           = null
    destination_prefix_list_id = null
    egress_only_gateway_id     = null
    ipv6_cidr_block            = null
    local_gateway_id           = null
    nat_gateway_id             = null
    network_interface_id       = null
    transit_gateway_id         = null
    vpc_endpoint_id            = null
    vpc_peering_connection_id  = null
  }]
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "open" {
  vpc_id = aws_vpc.shop.id
  ingress = [
    for port in [22, 80] : {
      description      = "inbound"
      from_port        = port
      to_port          = port
      protocol         = "tcp"
      cidr_blocks      = ["0.0.0.0/0"]
      ipv6_cidr_blocks = []
      prefix_list_ids  = []
      security_groups  = []
      self             = false
    }
  ]
}

resource "aws_lb" "front" {
  internal        = false
  security_groups = [aws_security_group.open.id]
  subnets         = aws_subnet.public[*].id
}

resource "aws_lb_listener" "front" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.front.arn
  }
}

resource "aws_lb_target_group" "front" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.shop.id
}

resource "aws_launch_configuration" "front" {
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t3.nano"
  associate_public_ip_address = true
  security_groups             = [aws_security_group.open.id, aws_default_security_group.shop.id]
  user_data                   = <<-EOF
    #!/bin/bash
    apt -y install nginx
    systemctl start nginx
  EOF
  root_block_device {
    volume_size = 30
  }
}

resource "aws_autoscaling_group" "front" {
  min_size             = 1
  max_size             = 3
  launch_configuration = aws_launch_configuration.front.name
  target_group_arns    = [aws_lb_target_group.front.arn]
  vpc_zone_identifier  = aws_subnet.public[*].id
}

# A launch configuration without groups at all, and a script that says nothing of web servers.
resource "aws_launch_configuration" "jobs" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  user_data     = "#!/bin/bash\nnohup python3 jobs.py &\n"
}

resource "aws_autoscaling_group" "jobs" {
  min_size             = 1
  max_size             = 1
  launch_configuration = aws_launch_configuration.jobs.id
  vpc_zone_identifier  = aws_subnet.public[*].id
}

# One server with two groups is one server, though one of them is for remote login alone.
resource "aws_security_group" "login" {
  vpc_id = aws_vpc.shop.id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}

resource "aws_security_group" "admin" {
  vpc_id = aws_vpc.shop.id
  ingress {
    from_port   = 9000
    to_port     = 9000
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}

resource "aws_instance" "admin" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.public[0].id
  vpc_security_group_ids = [aws_security_group.login.id, aws_security_group.admin.id]
}

resource "aws_eip" "admin" {
  domain   = "vpc"
  instance = aws_instance.admin.id
}

resource "aws_security_group" "api" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_ecs_cluster" "api" {
  name = "api"
}

resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 256
  memory                   = 512
  container_definitions    = <<-EOF
    [
      {
        "name": "api",
        "image": "${var.image}",
        "essential": true,
        "environment": [{ "name": "CLUSTER", "value": "${aws_ecs_cluster.api.arn}" }],
        "portMappings": [{ "containerPort": ${var.port}, "protocol": "tcp" }]
      }
    ]
  EOF
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.api.id
  task_definition = aws_ecs_task_definition.api.arn
  launch_type     = "FARGATE"
  desired_count   = 2
  network_configuration {
    subnets         = aws_subnet.public[*].id
    security_groups = [aws_security_group.api.id]
  }
}

# Rules that name the addresses of the VPC or of its subnets, and a cache without a replication group.
resource "aws_subnet" "data" {
  count             = 2
  vpc_id            = aws_vpc.shop.id
  cidr_block        = cidrsubnet(aws_vpc.shop.cidr_block, 8, count.index + 10)
  availability_zone = "eu-west-1${element(["a", "b"], count.index)}"
}

resource "aws_security_group" "cache" {
  vpc_id = aws_vpc.shop.id
  ingress {
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.shop.cidr_block]
  }
  ingress {
    from_port   = 6380
    to_port     = 6380
    protocol    = "tcp"
    cidr_blocks = ["10.4.10.0/24"]
  }
}

resource "aws_elasticache_subnet_group" "cache" {
  name       = "cache"
  subnet_ids = aws_subnet.data[*].id
}

resource "aws_elasticache_cluster" "cache" {
  cluster_id         = "cache"
  engine             = "redis"
  node_type          = "cache.t3.micro"
  num_cache_nodes    = 1
  subnet_group_name  = aws_elasticache_subnet_group.cache.name
  security_group_ids = [aws_security_group.cache.id]
}
