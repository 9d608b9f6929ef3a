package dev.drawbridge.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sockets in namespaces: some that answer whatever is redirected to port 7, and some that ask.
final class Sockets implements AutoCloseable {

  private final Namespaces spaces;
  private final List<Channel> answering = new ArrayList<>();
  private final Selector echoes = Selector.open();
  private final Thread echo = Thread.ofPlatform().daemon().unstarted(this::echo);

  Sockets(Namespaces spaces) throws IOException {
    this.spaces = spaces;
    echo.start();
  }

  /// TCP sessions are completed by the kernel alone; datagrams are sent back.
  void answerIn(String name, Family family) throws Exception {
    String all = family == Family.IPV4 ? "0.0.0.0" : "::";
    InetSocketAddress any = new InetSocketAddress(InetAddress.getByName(all), 7);
    StandardProtocolFamily of = protocol(family);
    spaces.inside(
        name,
        () -> {
          ServerSocketChannel server = ServerSocketChannel.open(of);
          answering.add(server.bind(any, 2000));
          DatagramChannel datagrams = DatagramChannel.open(of);
          answering.add(datagrams.bind(any));
          datagrams.configureBlocking(false);
          datagrams.register(echoes.wakeup(), SelectionKey.OP_READ);
          return name;
        });
  }

  private static StandardProtocolFamily protocol(Family family) {
    return family == Family.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
  }

  private void echo() {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    try {
      while (true) {
        echoes.select(20);
        for (SelectionKey key : Set.copyOf(echoes.selectedKeys())) {
          DatagramChannel channel = (DatagramChannel) key.channel();
          SocketAddress from = channel.receive(buffer.clear());
          if (from != null) {
            sendBack(channel, buffer.flip(), from);
          }
        }
        echoes.selectedKeys().clear();
      }
    } catch (IOException | java.nio.channels.ClosedSelectorException e) {
      // Closed: there is nobody left to answer.
    }
  }

  private static void sendBack(DatagramChannel channel, ByteBuffer what, SocketAddress to) {
    try {
      channel.send(what, to);
    } catch (IOException e) {
      // A filter that refuses to let the answer out: then there is none.
    }
  }

  /// Sends all of them at once, and gives those that are answered in time.
  ///
  /// @param patience in milliseconds
  Set<KernelTest.Probe> send(List<KernelTest.Probe> probes, KernelNetwork kernel, int patience)
      throws Exception {
    Map<String, List<KernelTest.Probe>> bySpace = new LinkedHashMap<>();
    for (KernelTest.Probe probe : probes) {
      String space =
          switch (probe.from()) {
            case Origin.Internet _ -> KernelNetwork.INTERNET;
            case Origin.Remote(Ref tunnel, AddressSet _) -> kernel.nameOf(tunnel);
            case Origin.Host(Ref host) -> kernel.nameOf(host);
          };
      bySpace.computeIfAbsent(space, _ -> new ArrayList<>()).add(probe);
    }
    Set<KernelTest.Probe> answered = new LinkedHashSet<>();
    try (Selector selector = Selector.open()) {
      for (Map.Entry<String, List<KernelTest.Probe>> entry : bySpace.entrySet()) {
        spaces.inside(
            entry.getKey(),
            () -> {
              for (KernelTest.Probe probe : entry.getValue()) {
                begin(probe, selector);
              }
              return entry.getKey();
            });
      }
      long end = System.nanoTime() + patience * 1_000_000L;
      while (System.nanoTime() < end) {
        selector.select(50);
        for (SelectionKey key : Set.copyOf(selector.selectedKeys())) {
          if (isAnswered(key.channel())) {
            answered.add((KernelTest.Probe) key.attachment());
          }
          key.cancel();
          key.channel().close();
        }
        selector.selectedKeys().clear();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
    return answered;
  }

  private static void begin(KernelTest.Probe probe, Selector selector) throws IOException {
    InetSocketAddress from = at(probe.packet().source(), probe.packet().sourcePort());
    InetSocketAddress to = at(probe.packet().destination(), probe.packet().destinationPort());
    StandardProtocolFamily of = protocol(probe.packet().source().family());
    if (probe.packet().protocol().equals(Protocol.UDP)) {
      DatagramChannel channel = DatagramChannel.open(of);
      try {
        channel.bind(from).connect(to);
        channel.configureBlocking(false);
        channel.write(ByteBuffer.wrap(new byte[] {1}));
        channel.register(selector, SelectionKey.OP_READ, probe);
      } catch (IOException e) {
        channel.close();
      }
      return;
    }
    SocketChannel channel = SocketChannel.open(of);
    try {
      // The session ends without a trace, so that nothing of it is in the way of a later one.
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(from);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_CONNECT, probe);
      channel.connect(to);
    } catch (IOException e) {
      channel.close();
    }
  }

  private static boolean isAnswered(SelectableChannel channel) {
    try {
      return switch (channel) {
        case SocketChannel session -> session.finishConnect();
        case DatagramChannel datagrams -> datagrams.read(ByteBuffer.allocate(64)) > 0;
        default -> throw new IllegalArgumentException("not asked over " + channel);
      };
    } catch (IOException e) {
      return false;
    }
  }

  private static InetSocketAddress at(Address address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address.toString()), port);
  }

  @Override
  public void close() throws Exception {
    echoes.close();
    echo.join(1000);
    for (Channel channel : answering) {
      channel.close();
    }
  }
}
