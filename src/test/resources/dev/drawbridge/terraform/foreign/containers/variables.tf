variable "name" {
  default = "shop"
}

variable "aws_region" {
  type    = string
  default = "eu-west-1"
}

variable "az_count" {
  type    = number
  default = 3
}

variable "container_port" {
  type    = number
  default = 3000
}
