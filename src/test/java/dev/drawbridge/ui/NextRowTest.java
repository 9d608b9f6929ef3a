package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Action;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Protocol;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextRowTest {
  private static final List<Property<?>> LISTENER =
      ((PropertyType.Rows) ApplicationLoadBalancer.LISTENERS.type()).columns();

  private static Fields listener(int port) {
    return ApplicationLoadBalancer.listener(port, Protocol.HTTPS, Action.FORWARD);
  }

  @Test
  void theFirstRowHasTheDefaults() {
    Fields fresh = NextRow.of(LISTENER, List.of());
    assertEquals(80, ApplicationLoadBalancer.LISTENER_PORT.in(fresh));
    assertEquals(Protocol.HTTP, ApplicationLoadBalancer.LISTENER_PROTOCOL.in(fresh));
  }

  @Test
  void theNextIsLikeTheLastOnTheNextFreePort() {
    Fields fresh = NextRow.of(LISTENER, List.of(listener(8443), listener(8444), listener(8443)));
    assertEquals(8445, ApplicationLoadBalancer.LISTENER_PORT.in(fresh));
    assertEquals(Protocol.HTTPS, ApplicationLoadBalancer.LISTENER_PROTOCOL.in(fresh));
  }

  @Test
  void behindTheLastPortItBeginsAgain() {
    assertEquals(
        1,
        ApplicationLoadBalancer.LISTENER_PORT.in(NextRow.of(LISTENER, List.of(listener(65535)))));
  }

  @Test
  void whatIsProposedAndFreeGoesFirst() {
    Property<Integer> port = Property.port("p", 1).suggesting("80", "443");
    List<Fields> rows = new ArrayList<>(List.of(Fields.NONE.with("p", Datum.of(80L))));
    assertEquals(443, port.in(NextRow.of(List.of(port), rows)));
    rows.add(Fields.NONE.with("p", Datum.of(443L)));
    assertEquals(444, port.in(NextRow.of(List.of(port), rows)));
  }

  @Test
  void whereEveryNumberIsTakenTheRowStaysAsItIs() {
    Property<Integer> few = Property.whole("n", 1, 2, "", 1);
    List<Fields> rows =
        List.of(Fields.NONE.with("n", Datum.of(1L)), Fields.NONE.with("n", Datum.of(2L)));
    assertEquals(2, few.in(NextRow.of(List.of(few), rows)));
  }
}
