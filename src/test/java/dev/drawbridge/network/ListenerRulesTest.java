package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Which rule of a listener has which requests.
class ListenerRulesTest {

  private static final Ref GROUP = Ref.of("web-targets");
  private static final RequestPart TENANT = new RequestPart(RequestPart.Kind.HEADER, "x-tenant");
  private static final RequestPart STEP = new RequestPart(RequestPart.Kind.PARAMETER, "step");

  private static Condition when(RequestPart part, String... patterns) {
    return new Condition.Matches(part, List.of(patterns));
  }

  private static Condition from(String... blocks) {
    return new Condition.ComesFrom(AddressSet.of(blocks));
  }

  private static Balancer.Rule rule(String name, Condition... conditions) {
    List<Balancer.Forward> forwards = List.of(new Balancer.Forward(GROUP, 1));
    return new Balancer.Rule(Ref.of(name), List.of(conditions), forwards, List.of());
  }

  private static Balancer.Rule doubtful(Balancer.Rule rule) {
    Unknown unknown = new Unknown(rule.ref(), Reason.of("unknown.not-told", "not resolved"));
    return new Balancer.Rule(rule.ref(), rule.conditions(), rule.forwards(), List.of(unknown));
  }

  private static Network network(List<Balancer.Rule> rules) {
    return Sample.threeTiers()
        .add(
            new Balancer(
                Ref.of("alb"),
                List.of(Sample.FRONT),
                List.of(
                    new Balancer.Listener(Ref.of("listener"), Traffic.tcp(443), rules, List.of())),
                true))
        .build();
  }

  private static List<Relay> relays(Balancer.Rule... rules) {
    return Reachability.of(network(List.of(rules))).relaysOf(Ref.of("alb"));
  }

  private static Path.Step lastStep(Balancer.Rule... rules) {
    List<Path> paths = Reachability.of(network(List.of(rules))).paths(Origin.INTERNET, Sample.WEB);
    return paths.getLast().steps().getLast();
  }

  @Test
  void aRequestForAHostAndAPathHasToSayBoth() {
    Relay relay =
        relays(rule("api", when(RequestPart.HOST, "api.*.com"), when(RequestPart.PATH, "/v?/*")))
            .getFirst();
    assertEquals(Verdict.PROVEN, relay.verdict());
    assertEquals("api.w.com/vw/", relay.request().toString());
  }

  @Test
  void whatEarlierRulesTakeIsLeftOut() {
    List<Relay> relays = relays(rule("api", when(RequestPart.PATH, "/api/*")), rule("otherwise"));
    assertEquals("/api/", relays.getFirst().request().toString());
    assertEquals("/", relays.getLast().request().toString());
  }

  @Test
  void aRequestOfWhichNothingIsAskedMayLookLikeAny() {
    assertTrue(relays(rule("otherwise")).getFirst().request().isAny());
  }

  @Test
  void aRuleWhoseRequestsOthersHaveAlreadyHasNoneAndTheyAreNamed() {
    Path.Step step =
        lastStep(
            rule("shop", when(RequestPart.HOST, "shop.example.com", "SHOP.example.org")),
            rule("get", when(RequestPart.METHOD, "GET")),
            rule(
                "late",
                when(RequestPart.HOST, "shop.example.*"),
                when(RequestPart.METHOD, "GET", "GET")),
            rule("otherwise"));
    assertEquals(Verdict.PROVEN, step.verdict());
    List<Relay> relays =
        relays(
            rule("shop", when(RequestPart.HOST, "shop.example.com", "SHOP.example.org")),
            rule("get", when(RequestPart.METHOD, "GET")),
            rule(
                "late",
                when(RequestPart.HOST, "shop.example.*"),
                when(RequestPart.METHOD, "GET", "GET")));
    assertEquals(
        List.of(new Blocker.Overshadowed(Ref.of("late"), List.of(Ref.of("shop"), Ref.of("get")))),
        relays.getLast().blockers());
    assertEquals(Verdict.REFUTED, relays.getLast().verdict());
  }

  @Test
  void pathsDistinguishUpperAndLowerCaseAndHostsDoNot() {
    assertFalse(
        relays(rule("one", when(RequestPart.PATH, "/A")), rule("two", when(RequestPart.PATH, "/a")))
            .getLast()
            .verdict()
            .equals(Verdict.REFUTED));
    assertEquals(
        Verdict.REFUTED,
        relays(
                rule("one", when(RequestPart.HOST, "A.com")),
                rule("two", when(RequestPart.HOST, "a.COM")))
            .getLast()
            .verdict());
  }

  @Test
  void aRequestNeedNotBearAHeaderOrAParameter() {
    List<Relay> relays =
        relays(
            rule("tenant", when(TENANT, "*")),
            rule("step", when(STEP, "2"), when(RequestPart.METHOD, "POST")),
            rule("otherwise"));
    assertEquals("(x-tenant: )", relays.getFirst().request().toString());
    assertEquals("POST ?step=2", relays.get(1).request().toString());
    assertEquals(Verdict.PROVEN, relays.getLast().verdict());
  }

  @Test
  void hostNamesHaveNoEmptyLabelAndPathsBeginWithASlash() {
    assertEquals(
        Verdict.REFUTED,
        relays(rule("r", when(RequestPart.HOST, "a..b", ".a", "a."))).getFirst().verdict());
    assertEquals(
        Verdict.REFUTED, relays(rule("r", when(RequestPart.PATH, "a*", ""))).getFirst().verdict());
    assertEquals(
        Verdict.PROVEN, relays(rule("r", when(RequestPart.PATH, "*a"))).getFirst().verdict());
  }

  @Test
  void aRuleForSomeClientsServesThemOnly() {
    assertEquals(Verdict.PARTIAL, lastStep(rule("some", from("198.51.100.0/24"))).verdict());
    Path.Step none = lastStep(rule("none", from("10.0.0.0/8")));
    assertEquals(Set.of(new Blocker.NotForThem(Ref.of("none"))), none.blockers());
    assertEquals(Verdict.REFUTED, none.verdict());
    assertEquals(Verdict.PROVEN, lastStep(rule("all", from("0.0.0.0/0"))).verdict());
    Spread spread =
        Reachability.of(network(List.of(rule("none", from("10.0.0.0/8")))))
            .spread(List.of(Origin.INTERNET));
    assertEquals(Set.of(Sample.FRONT), spread.reached());
  }

  @Test
  void whoHasAnAddressThatIsNotFixedIsServedPerhaps() {
    Network network = network(List.of(rule("some", from("10.0.1.0/25"))));
    Path path = Reachability.of(network).paths(Origin.of(Sample.INNER), Sample.WEB).getLast();
    assertEquals(Verdict.REFUTED, path.verdict());
    Network within =
        network.toBuilder()
            .add(Sample.host(Sample.INNER, "app-subnet", "10.0.1.0/24", "inner-sg"))
            .add(
                Sample.group("front-sg", Sample.rule("r", Traffic.tcp(443), Peer.of("10.0.0.0/8"))))
            .build();
    path = Reachability.of(within).paths(Origin.of(Sample.INNER), Sample.WEB).getLast();
    assertEquals(Verdict.UNKNOWN, path.verdict());
    assertEquals(
        Set.of(new Unknown(Sample.INNER, Unknown.FLOATING)), path.steps().getLast().unknowns());
  }

  @Test
  void whatADoubtfulRuleMayTakeIsLeftOpenAndWhatItCannotTakeIsNot() {
    Balancer.Rule maybe = doubtful(rule("maybe", when(RequestPart.PATH, "/api/*")));
    List<Relay> relays =
        relays(maybe, rule("v1", when(RequestPart.PATH, "/api/v1")), rule("otherwise"));
    Set<Unknown> unknown =
        Set.of(new Unknown(Ref.of("maybe"), Reason.of("unknown.not-told", "not resolved")));
    assertEquals(Verdict.UNKNOWN, relays.getFirst().verdict());
    assertEquals(Verdict.UNKNOWN, relays.get(1).verdict());
    assertEquals(unknown, Set.copyOf(relays.get(1).unknowns()));
    assertEquals(Verdict.PROVEN, relays.getLast().verdict());
  }

  @Test
  void clientsThatADoubtfulRuleMayTakeAreLeftOpenApartFromTheOthers() {
    Balancer.Rule maybe = doubtful(rule("maybe", from("198.51.100.0/24")));
    List<Relay> relays = relays(maybe, rule("otherwise"));
    assertEquals(
        List.of(Verdict.UNKNOWN, Verdict.PROVEN, Verdict.UNKNOWN),
        relays.stream().map(Relay::verdict).toList());
    assertEquals(AddressSet.of("198.51.100.0/24"), relays.getLast().served());
  }

  @Test
  void rulesTooIntricateToTellApartAreLeftOpen() {
    String[] patterns = new String[5];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = "/*" + (char) ('a' + i) + "?????????????*" + (char) ('a' + i) + "??????????";
    }
    Relay relay = relays(rule("r", when(RequestPart.PATH, patterns))).getFirst();
    assertEquals(Verdict.UNKNOWN, relay.verdict());
    assertEquals(List.of(new Unknown(Ref.of("listener"), Unknown.INTRICATE)), relay.unknowns());
  }

  // ------------------------------------------------------------------ the oracle

  private static final String[] PATHS = {
    "/", "/*", "/a", "/a*", "/*a", "/?", "/a?", "/ab", "*b", "/*b*", "*", "/A"
  };
  private static final String[] HOSTS = {"a", "*.a", "a.*", "?.b", "*", "A.b", "b*"};

  @Test
  void everyRequestOfASmallUniverseIsHadByTheRuleThatTheWalkerSays() {
    SplittableRandom random = new SplittableRandom(20260160);
    List<String> paths = texts("/", "abcA".toCharArray(), 3);
    List<String> hosts = new ArrayList<>(texts("", "abc.".toCharArray(), 3));
    hosts.removeIf(host -> host.isEmpty() || host.startsWith(".") || host.endsWith("."));
    hosts.removeIf(host -> host.contains(".."));
    int never = 0;
    int had = 0;
    for (int i = 0; i < Rounds.of(60); i++) {
      List<Balancer.Rule> rules = rules(random);
      List<RequestWalker.Asked> requests = new ArrayList<>();
      for (String path : paths) {
        for (String host : hosts) {
          for (String client : List.of("10.0.0.1", "198.51.100.1", "203.0.113.1")) {
            for (String tenant : List.of("", "a", "-")) {
              requests.add(asked(client, host, path, tenant));
            }
          }
        }
      }
      Map<Ref, Set<Address>> expected = new LinkedHashMap<>();
      for (RequestWalker.Asked request : requests) {
        int by = RequestWalker.selected(rules, request);
        if (by >= 0) {
          expected.computeIfAbsent(rules.get(by).ref(), _ -> new TreeSet<>()).add(request.client());
        }
      }
      for (Relay relay : relays(rules.toArray(Balancer.Rule[]::new))) {
        Set<Address> clients = expected.getOrDefault(relay.rule(), Set.of());
        assertEquals(clients.isEmpty(), !relay.blockers().isEmpty(), () -> relay + " " + rules);
        if (clients.isEmpty()) {
          never++;
          takeAway(rules, relay);
        } else {
          had++;
          for (RequestWalker.Asked request : requests) {
            assertEquals(
                clients.contains(request.client()),
                relay.served().contains(request.client()),
                () -> relay + " " + rules);
          }
          replay(rules, relay);
        }
      }
    }
    assertTrue(!Rounds.areAll() || never > 40 && had > 100, never + " never, " + had + " had");
  }

  /// Without any one of the rules that take its requests, a rule has some or loses them to others.
  private static void takeAway(List<Balancer.Rule> rules, Relay relay) {
    Blocker blocker = relay.blockers().getFirst();
    if (blocker instanceof Blocker.Overshadowed(Ref shadowed, List<Ref> by)) {
      for (Ref taker : by) {
        Balancer.Rule[] left =
            rules.stream().filter(r -> !r.ref().equals(taker)).toArray(Balancer.Rule[]::new);
        for (Relay after : relays(left)) {
          assertFalse(
              after.rule().equals(shadowed) && after.blockers().contains(blocker),
              () -> taker + " takes nothing from " + shadowed + " of " + rules);
        }
      }
    }
  }

  /// The example is had by the rule that it is an example of.
  private static void replay(List<Balancer.Rule> rules, Relay relay) {
    Map<RequestPart, String> texts = new LinkedHashMap<>();
    texts.put(RequestPart.HOST, "w");
    texts.put(RequestPart.PATH, "/w");
    relay.request().fields().forEach(field -> texts.put(field.part(), field.text()));
    boolean had = false;
    for (AddressRange range : relay.served().ranges()) {
      int by = RequestWalker.selected(rules, new RequestWalker.Asked(range.first(), texts));
      had |= by >= 0 && rules.get(by).ref().equals(relay.rule());
    }
    assertTrue(had, () -> relay + " " + rules);
  }

  private static RequestWalker.Asked asked(String client, String host, String path, String tenant) {
    Map<RequestPart, String> texts = new LinkedHashMap<>();
    texts.put(RequestPart.HOST, host);
    texts.put(RequestPart.PATH, path);
    if (!tenant.equals("-")) {
      texts.put(TENANT, tenant);
    }
    return new RequestWalker.Asked(Address.of(client), texts);
  }

  private static List<Balancer.Rule> rules(SplittableRandom random) {
    List<Balancer.Rule> rules = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<Condition> conditions = new ArrayList<>();
      if (random.nextInt(4) > 0) {
        conditions.add(when(RequestPart.PATH, some(random, PATHS)));
      }
      if (random.nextInt(2) == 0) {
        conditions.add(when(RequestPart.HOST, some(random, HOSTS)));
      }
      if (random.nextInt(6) == 0) {
        conditions.add(when(TENANT, some(random, "a", "*", "?")));
      }
      if (random.nextInt(5) == 0) {
        conditions.add(from(some(random, "10.0.0.0/8", "198.51.100.0/24", "0.0.0.0/1")));
      }
      rules.add(rule("rule" + i, conditions.toArray(Condition[]::new)));
    }
    return rules;
  }

  private static String[] some(SplittableRandom random, String... all) {
    String[] some = new String[1 + random.nextInt(2)];
    for (int i = 0; i < some.length; i++) {
      some[i] = all[random.nextInt(all.length)];
    }
    return some;
  }

  /// All texts of the letters behind a beginning, up to a length.
  private static List<String> texts(String beginning, char[] letters, int most) {
    List<String> all = new ArrayList<>(List.of(beginning));
    List<String> longest = all;
    for (int i = 0; i < most; i++) {
      List<String> longer = new ArrayList<>();
      for (String text : longest) {
        for (char letter : letters) {
          longer.add(text + letter);
        }
      }
      all = new ArrayList<>(all);
      all.addAll(longer);
      longest = longer;
    }
    return all;
  }
}
