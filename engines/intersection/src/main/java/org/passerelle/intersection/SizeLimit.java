package org.passerelle.intersection;

import org.jspecify.annotations.Nullable;

/**
 * Limits the size of the set that the asker processes. Each of its tokens is one guess that the
 * asked side could make about the day's questions; so a set is refused if it is larger than the
 * partner declared, or grew faster than new files arrive.
 *
 * @param mostFiles maximum declared by the partner
 * @param mostNew maximum number of new files since the previous commitment
 * @param before the partner's previous commitment; null the first time
 */
public record SizeLimit(int mostFiles, int mostNew, @Nullable Commitment before) {
  void check(Commitment now) {
    if (now.files() > mostFiles || (long) now.tokens() > (long) now.files() * Kind.MOST_OF_A_FILE) {
      throw new BadExchange(
          """
          %s offers %d tokens of %d files; agreed are %d files with %d tokens each.
          Maybe the set is padded with guesses."""
              .formatted(
                  now.exchange().asked(),
                  now.tokens(),
                  now.files(),
                  mostFiles,
                  Kind.MOST_OF_A_FILE));
    }
    if (before != null && now.files() > before.files() + mostNew) {
      throw new BadExchange(
          """
          %s offers %d files, %d on %s; at most %d may be new.
          Maybe the set is padded with guesses."""
              .formatted(
                  now.exchange().asked(),
                  now.files(),
                  before.files(),
                  before.exchange().day(),
                  mostNew));
    }
  }
}
