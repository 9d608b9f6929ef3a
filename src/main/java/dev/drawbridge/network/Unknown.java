package dev.drawbridge.network;

import dev.drawbridge.base.Reason;

/// An input that was not resolved, and so may decide whether packets pass.
///
/// Parts of a network carry such inputs as their *doubts*: what is written in a part with doubts is
/// the widest it may turn out to be, and it may as well turn out to be nothing. It never lets a
/// packet pass for certain, and it never refuses one for certain.
///
/// @param input the part, or the input of it, that is not resolved
/// @param reason why, in the caller's words, or [#FLOATING]
public record Unknown(Ref input, Reason reason) {

  /// The reason that the engine itself gives: the interface has no fixed address, and what its
  /// subnet may hand out is not treated alike.
  public static final Reason FLOATING = Reason.of("unknown.floating");

  /// The reason that the engine itself gives: the rules of a listener are too many, or their patterns
  /// too intricate, to tell which has which requests.
  public static final Reason INTRICATE = Reason.of("unknown.intricate");

  /// An input that hangs on the address that an interface will get.
  static Unknown floating(Ref owner) {
    return new Unknown(owner, FLOATING);
  }
}
