package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.editor.Bending;
import dev.drawbridge.editor.Brushing;
import dev.drawbridge.editor.Connecting;
import dev.drawbridge.editor.EditingLabel;
import dev.drawbridge.editor.Editor;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Handle;
import dev.drawbridge.editor.Hit;
import dev.drawbridge.editor.HitTest;
import dev.drawbridge.editor.Idle;
import dev.drawbridge.editor.Moving;
import dev.drawbridge.editor.Offering;
import dev.drawbridge.editor.Panning;
import dev.drawbridge.editor.Picking;
import dev.drawbridge.editor.Placing;
import dev.drawbridge.editor.Pointing;
import dev.drawbridge.editor.Resizing;
import dev.drawbridge.editor.Surrounding;
import dev.drawbridge.model.ElementId;
import javafx.scene.Cursor;

/// Which shape the pointer has.
final class Cursors {
  private Cursors() {}

  static Cursor of(EditorState state, Editor editor, Point at) {
    return switch (state.tool()) {
      case Idle(ElementId hovered) -> over(HitTest.at(at, editor.view(state), hovered));
      case Moving moving -> moving.target().isRefused() ? Cursor.DEFAULT : Cursor.MOVE;
      case Resizing resizing -> of(resizing.handle());
      case Bending bending -> bending.isVertical() ? Cursor.H_RESIZE : Cursor.V_RESIZE;
      case Panning(Point last, Panning.Until _) ->
          last == null ? Cursor.OPEN_HAND : Cursor.CLOSED_HAND;
      case Connecting _, Brushing _ -> Cursor.CROSSHAIR;
      case Picking picking -> picking.over() == null ? Cursor.CROSSHAIR : Cursor.HAND;
      case Placing placing -> placing.target().isRefused() ? Cursor.DEFAULT : Cursor.CROSSHAIR;
      case Pointing _, Offering _, Surrounding _, EditingLabel _ -> Cursor.DEFAULT;
    };
  }

  private static Cursor over(Hit hit) {
    return switch (hit) {
      case Hit.OnHandle(ElementId _, Handle handle) -> of(handle);
      case Hit.OnPort _ -> Cursor.CROSSHAIR;
      case Hit.OnConnector _ -> Cursor.HAND;
      case Hit.OnNode _, Hit.Nothing _ -> Cursor.DEFAULT;
    };
  }

  private static Cursor of(Handle handle) {
    return switch (handle) {
      case NORTH -> Cursor.N_RESIZE;
      case SOUTH -> Cursor.S_RESIZE;
      case EAST -> Cursor.E_RESIZE;
      case WEST -> Cursor.W_RESIZE;
      case NORTH_WEST -> Cursor.NW_RESIZE;
      case NORTH_EAST -> Cursor.NE_RESIZE;
      case SOUTH_WEST -> Cursor.SW_RESIZE;
      case SOUTH_EAST -> Cursor.SE_RESIZE;
    };
  }
}
