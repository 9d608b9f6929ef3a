package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Group;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;

/// Draws components as cards: icon, name and detail; a component that lies over several subnets shows a
/// small mark in each.
final class CardPainter {
  static final double RADIUS = 10;

  /// Narrower cards have the name below the icon.
  private static final double NARROW = 112;

  private static final double INSET = 12;
  private static final double GAP = 10;
  private static final double LARGEST_ICON = 36;
  private static final double MEMBER = 26;
  private static final double MEMBER_ICON = 16;
  private static final double HANGING = 22;

  private final Theme theme;
  private final IconSet icons;
  private final Wording wording;
  private final Placement placement;

  CardPainter(Theme theme, IconSet icons, Wording wording, Placement placement) {
    this.theme = theme;
    this.icons = icons;
    this.wording = wording;
    this.placement = placement;
  }

  /// @param hanging where to note marks that stick out of the card
  Mark.Group paint(Node node, Rect r, List<Rect> hanging) {
    List<Mark> marks = new ArrayList<>();
    List<Rect> shares = shares(placement, node);
    marks.add(
        new Mark.Box(
            new Rect(r.x(), r.y() + 1.5, r.width(), r.height()), RADIUS, theme.shadow(), null));
    int line = shares.isEmpty() ? theme.cardLine() : groupLine(node, theme);
    marks.add(new Mark.Box(r, RADIUS, theme.card(), Stroke.solid(line, 1)));
    IconArt art = icons.named(Catalog.of(node).map(kind -> kind.icon(node)).orElse("component"));
    if (r.width() < NARROW) {
      narrow(node, r, art, marks);
    } else {
      Words words = words(node, r, wording);
      wide(words, r, art, marks);
      List<Rect> members = inside(shares, r);
      if (!fit(members, words)) {
        members = hanging(shares);
        hanging.addAll(members);
      }
      members.forEach(member -> member(node, art, member, marks));
    }
    return Mark.Group.of(node.id().value(), wording.title(node), marks);
  }

  /// Where marks hang in whichever language, because no room is left beside the text; none where the card
  /// lies over fewer than two subnets.
  static List<Rect> hanging(Placement placement, Node node) {
    List<Rect> shares = shares(placement, node);
    if (shares.isEmpty()) {
      return List.of();
    }
    Rect r = placement.of(node.id());
    List<Rect> members = inside(shares, r);
    boolean fits = Wording.ALL.stream().allMatch(wording -> fit(members, words(node, r, wording)));
    return fits ? List.of() : hanging(shares);
  }

  /// On the card's lower edge, in the middle of what the card and each subnet have in common.
  private static List<Rect> hanging(List<Rect> shares) {
    return shares.stream()
        .map(
            share ->
                new Rect(
                    share.centerX() - HANGING / 2, share.bottom() - HANGING / 2, HANGING, HANGING))
        .toList();
  }

  private static boolean fit(List<Rect> members, Words words) {
    return members.stream().noneMatch(member -> member.x() < words.end + GAP);
  }

  /// What stands right of a card's icon.
  ///
  /// @param x where the lines begin
  /// @param detail the last line; empty where there is no room for it
  /// @param end where the longest line ends
  private record Words(double x, List<String> name, String detail, double end) {}

  private static Words words(Node node, Rect r, Wording wording) {
    double icon = icon(r);
    double x = r.x() + inset(r, icon) + icon + GAP;
    double room = Math.max(0, r.right() - INSET - x);
    String detail = r.height() < 44 ? "" : Type.DETAIL.ellipsis(wording.detail(node), room);
    int lines = detail.isEmpty() && r.height() >= 44 ? 2 : 1;
    List<String> name = Type.NAME.wrap(wording.name(node), room, lines);
    double longest = Type.DETAIL.width(detail);
    for (String line : name) {
      longest = Math.max(longest, Type.NAME.width(line));
    }
    return new Words(x, name, detail, x + longest);
  }

  private static double icon(Rect r) {
    return Math.max(0, Math.min(LARGEST_ICON, r.height() - 12));
  }

  private static double inset(Rect r, double icon) {
    return Math.min(INSET, (r.height() - icon) / 2 + 2);
  }

  private void wide(Words words, Rect r, IconArt art, List<Mark> marks) {
    double icon = icon(r);
    double left = r.x() + inset(r, icon);
    marks.add(new Mark.Icon(art, new Rect(left, r.centerY() - icon / 2, icon, icon), 1));
    if (words.detail.isEmpty()) {
      double step = 16;
      double first = r.centerY() - step * (words.name.size() - 1) / 2 + Type.NAME.centring();
      for (int i = 0; i < words.name.size(); i++) {
        text(words.name.get(i), words.x, first + i * step, Type.NAME, theme.ink(), marks);
      }
      return;
    }
    text(words.name.getFirst(), words.x, r.centerY() - 4, Type.NAME, theme.ink(), marks);
    text(words.detail, words.x, r.centerY() + 13, Type.DETAIL, theme.faint(), marks);
  }

  private static void text(
      String text, double x, double baseline, TextMetrics type, int colour, List<Mark> marks) {
    if (!text.isEmpty()) {
      marks.add(Mark.Text.of(text, x, baseline, type, colour));
    }
  }

  private void narrow(Node node, Rect r, IconArt art, List<Mark> marks) {
    double room = r.width() - 6;
    List<String> name = Type.CAPTION.wrap(wording.name(node), room, 2);
    double step = 12;
    double textHeight = r.height() < 52 ? 0 : name.size() * step;
    double icon = Math.min(LARGEST_ICON - 4, Math.min(r.width(), r.height() - textHeight) - 10);
    if (icon <= 0) {
      return;
    }
    double gap = textHeight == 0 ? 0 : 3;
    double top = r.centerY() - (icon + gap + textHeight) / 2;
    marks.add(new Mark.Icon(art, new Rect(r.centerX() - icon / 2, top, icon, icon), 1));
    if (textHeight > 0) {
      double baseline = top + icon + gap + step / 2 + Type.CAPTION.centring();
      for (String line : name) {
        marks.add(Mark.Text.centred(line, r.centerX(), baseline, Type.CAPTION, theme.ink()));
        baseline += step;
      }
    }
  }

  /// What the card has in common with each subnet that it spans, over the card's whole height, from left
  /// to right; none for fewer than two.
  private static List<Rect> shares(Placement placement, Node node) {
    Rect r = placement.of(node.id());
    if (node.spans().size() < 2 || r.height() < MEMBER + 8 || r.width() < NARROW) {
      return List.of();
    }
    List<Rect> shares = new ArrayList<>();
    for (ElementId spanned : node.spans()) {
      Rect subnet = placement.of(spanned);
      double left = Math.max(r.x(), subnet.x());
      double right = Math.min(r.right(), subnet.right());
      if (right - left >= MEMBER + 2 * INSET && r.intersects(subnet)) {
        shares.add(new Rect(left, r.y(), right - left, r.height()));
      }
    }
    shares.sort((a, b) -> Double.compare(a.x(), b.x()));
    return shares.size() < 2 ? List.of() : shares;
  }

  private static List<Rect> inside(List<Rect> shares, Rect card) {
    return shares.stream().map(share -> inside(share, card)).toList();
  }

  /// In each subnet a place inside the card, as near to the card's middle as the subnet goes, so that the
  /// marks stand symmetrically.
  private static Rect inside(Rect share, Rect card) {
    double x =
        Math.clamp(card.centerX() - MEMBER / 2, share.x() + INSET, share.right() - INSET - MEMBER);
    return new Rect(x, card.centerY() - MEMBER / 2, MEMBER, MEMBER);
  }

  private void member(Node node, IconArt own, Rect place, List<Mark> marks) {
    int line = groupLine(node, theme);
    marks.add(new Mark.Box(place, 7, theme.card(), null));
    marks.add(new Mark.Box(place, 7, line & 0xffffff | 0x1f000000, Stroke.solid(line, 1)));
    IconArt art = group(node) == Group.COMPUTE ? icons.named("ec2") : own;
    Rect icon = place.grow(-(MEMBER - MEMBER_ICON) / 2);
    marks.add(new Mark.Icon(art, icon, 1));
  }

  private static Group group(Node node) {
    return Catalog.of(node).map(kind -> kind.group()).orElse(Group.PLACES);
  }

  static int groupLine(Node node, Theme theme) {
    return switch (group(node)) {
      case GATEWAYS, LOAD_BALANCING -> theme.vpc().line();
      case COMPUTE -> theme.scaling().line();
      case DATA -> theme.data();
      case PLACES, OPERATIONS, CONNECTORS -> theme.cardLine();
    };
  }
}
