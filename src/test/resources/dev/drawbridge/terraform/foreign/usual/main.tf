# What AWS made for the account, and groups that say little.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_default_vpc" "usual" {
  tags = { Name = "usual" }
}

data "aws_availability_zones" "all" {}

resource "aws_default_subnet" "first" {
  availability_zone = data.aws_availability_zones.all.names[0]
}

resource "aws_default_subnet" "second" {
  availability_zone = "eu-west-1b"
}

resource "aws_security_group" "front" {
  vpc_id = aws_default_vpc.usual.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port       = 0
    to_port         = 0
    protocol        = "-1"
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "app" {
  name = "app"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = -1
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "app" {
  security_group_id            = aws_security_group.app.id
  referenced_security_group_id = aws_security_group.front.id
  ip_protocol                  = "-1"
}

resource "aws_lb" "front" {
  name            = "front"
  subnets         = [aws_default_subnet.first.id, aws_default_subnet.second.id]
  security_groups = [aws_security_group.front.id]
}

resource "aws_lb_target_group" "app" {
  name     = "app"
  port     = 5000
  protocol = "HTTP"
  vpc_id   = aws_default_vpc.usual.id
}

resource "aws_lb_listener" "front" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }
}

resource "aws_instance" "app" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.micro"
  vpc_security_group_ids = [aws_security_group.app.id]
  user_data              = "#!/bin/sh\nexec /opt/app\n"
}

resource "aws_lb_target_group_attachment" "app" {
  target_group_arn = aws_lb_target_group.app.arn
  target_id        = aws_instance.app.id
}

# Before it, nobody says more than everything; the database says what.
resource "aws_default_security_group" "usual" {
  vpc_id = aws_default_vpc.usual.id

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.app.id]
  }

  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
}

resource "aws_db_instance" "db" {
  engine                      = "postgres"
  instance_class              = "db.t3.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  vpc_security_group_ids      = [aws_default_security_group.usual.id]
}
