package dev.drawbridge.network;

/// Which way packets cross the border of a subnet.
public enum Border {
  INBOUND,
  OUTBOUND
}
