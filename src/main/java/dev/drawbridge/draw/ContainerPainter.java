package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;

/// Draws what holds other things: border and tint in the colours of its group, and a header with icon,
/// name and detail.
final class ContainerPainter {
  private static final double INSET = 8;
  private static final double ICON = 20;
  private static final double GAP = 7;

  private final Theme theme;
  private final IconSet icons;
  private final Wording wording;

  ContainerPainter(Theme theme, IconSet icons, Wording wording) {
    this.theme = theme;
    this.icons = icons;
    this.wording = wording;
  }

  /// Where the name stands, in whichever language.
  static Rect header(Node node, Rect bounds) {
    double text = 0;
    for (Wording wording : Wording.ALL) {
      double name = Type.CONTAINER.width(wording.name(node));
      text = Math.max(text, name + GAP + Type.DETAIL.width(wording.detail(node)));
    }
    return new Rect(
        bounds.x() + INSET,
        bounds.y() + INSET,
        Math.max(0, Math.min(ICON + GAP + text, bounds.width() - 2 * INSET)),
        Math.min(ICON, bounds.height()));
  }

  /// @param reserved px at the right end of the header that stay free, for a badge
  Mark.Group paint(Node node, Rect bounds, double reserved) {
    List<Mark> marks = new ArrayList<>();
    Tone tone = tone(node, theme);
    marks.add(new Mark.Box(bounds, radius(node), tone.fill(), border(node, tone)));
    header(node, bounds, reserved, tone, marks);
    return Mark.Group.of(node.id().value(), wording.title(node), marks);
  }

  private void header(Node node, Rect r, double reserved, Tone tone, List<Mark> marks) {
    double room = r.width() - 2 * INSET - reserved;
    if (room < ICON || r.height() < ICON + INSET) {
      return;
    }
    IconArt art = icons.named(Catalog.of(node).map(kind -> kind.icon(node)).orElse("group"));
    double left = r.x() + INSET;
    double middle = r.y() + INSET + ICON / 2;
    marks.add(new Mark.Icon(art, new Rect(left, r.y() + INSET, ICON, ICON), 1));
    double x = left + ICON + GAP;
    room -= ICON + GAP;
    String name = Type.CONTAINER.ellipsis(wording.name(node), room);
    if (name.isEmpty()) {
      return;
    }
    double baseline = middle + Type.CONTAINER.centring();
    Mark.Text title = Mark.Text.of(name, x, baseline, Type.CONTAINER, tone.text());
    marks.add(title);
    String detail = wording.detail(node);
    double rest = room - title.width() - GAP;
    if (!detail.isEmpty() && Type.DETAIL.width(detail) <= rest) {
      marks.add(
          Mark.Text.of(detail, x + title.width() + GAP, baseline, Type.DETAIL, theme.faint()));
    }
  }

  private static double radius(Node node) {
    return switch (node.kind()) {
      case "aws.region", "aws.vpc", "idc" -> 12;
      default -> 8;
    };
  }

  private static Stroke border(Node node, Tone tone) {
    return switch (node.kind()) {
      case "aws.region" -> Stroke.dashed(tone.line(), 1.5, 7, 5);
      case "aws.availability_zone" -> Stroke.dashed(tone.line(), 1.25, 4, 4);
      case "aws.autoscaling_group", "aws.ecs_service" -> Stroke.dashed(tone.line(), 1.5, 6, 4);
      case "aws.vpc", "idc" -> Stroke.solid(tone.line(), 1.75);
      case "group" -> Stroke.dashed(tone.line(), 1.25, 2, 3);
      default -> Stroke.solid(faded(tone.line()), 1);
    };
  }

  private static int faded(int colour) {
    return colour & 0xffffff | 0x99000000;
  }

  static Tone tone(Node node, Theme theme) {
    return switch (node.kind()) {
      case "aws.region" -> theme.region();
      case "aws.vpc" -> theme.vpc();
      case "aws.availability_zone" -> theme.zone();
      case "aws.autoscaling_group", "aws.ecs_service" -> theme.scaling();
      case "aws.subnet" ->
          switch (Subnet.ROUTING.of(node)) {
            case PUBLIC -> theme.publicSubnet();
            case PRIVATE -> theme.privateSubnet();
            case ISOLATED -> theme.isolatedSubnet();
          };
      default -> theme.plain();
    };
  }
}
