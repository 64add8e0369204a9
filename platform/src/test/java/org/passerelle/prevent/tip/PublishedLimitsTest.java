package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.storage.House;
import org.passerelle.storage.PublicHouse;

/** The limits of tips that stand in {@code db/published.sql} are those of the program. */
@Tag("slow")
@Tag("postgresql")
class PublishedLimitsTest {
  private static final String BEGINS = "age-encryption.org/v1\n-> X25519 ";
  private final House house = House.on(House.Database.POSTGRESQL);
  private final TipScene scene = new TipScene(house);
  private PublicHouse pages;

  @BeforeEach
  void start() {
    pages = new PublicHouse(house);
  }

  @AfterEach
  void end() {
    pages.close();
  }

  private boolean inTheDatabase(byte[] bytes) {
    return house
        .db()
        .sql("select published.is_sealed(:bytes)")
        .param("bytes", bytes)
        .query(Boolean.class)
        .single();
  }

  private static byte[] of(String begins, int length) {
    byte[] bytes = new byte[length];
    byte[] header = begins.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(header, 0, bytes, 0, Math.min(header.length, length));
    return bytes;
  }

  @Test
  void bothTakeTheSameLengths() {
    List<Integer> lengths = new ArrayList<>(List.of(0, 1, BEGINS.length(), BEGINS.length() + 1));
    for (int size : TipEnvelope.SIZES) {
      // the ends of what is taken, for what sealing adds
      int most = size / 2048 + 512;
      for (int at : List.of(0, most / 2, most, 2 * most)) {
        for (int near = -2; near <= 2; near++) {
          lengths.add(size + at + near);
        }
      }
    }
    for (int length : lengths) {
      byte[] bytes = of(BEGINS, length);
      assertThat(inTheDatabase(bytes))
          .as("%d bytes", length)
          .isEqualTo(TipEnvelope.isSealed(bytes));
    }
    assertThat(lengths).anyMatch(length -> TipEnvelope.isSealed(of(BEGINS, length)));
  }

  @Test
  void bothTakeTheSameHeader() {
    int length = TipEnvelope.SIZES.get(0) + 200;
    for (String begins :
        List.of(
            BEGINS,
            "",
            BEGINS.toUpperCase(java.util.Locale.ROOT),
            " " + BEGINS,
            BEGINS.replace("v1", "v2"),
            BEGINS.replace("\n", "\r\n"),
            BEGINS.replace("X25519 ", "X25519"),
            BEGINS.replace("X25519", "scrypt"))) {
      byte[] bytes = of(begins, length);
      assertThat(inTheDatabase(bytes)).as(begins).isEqualTo(TipEnvelope.isSealed(bytes));
    }
  }

  @Test
  void bothGiveATipTheSameTimeUntilItIsToBeRead() {
    for (boolean danger : List.of(true, false)) {
      byte[] sealed =
          TipEnvelope.seal(
              TipScene.content(TipScene.TEXT), house.get(TipTeams.class).recipient(scene.team()));
      pages
          .context()
          .getBean(TipPost.class)
          .send(
              new TipPost.NewTip(
                  scene.team(),
                  "mark-" + danger,
                  "w",
                  danger,
                  "browser",
                  "ticket-" + danger,
                  sealed));
      Duration given =
          house
              .db()
              .sql("select due_at, arrived_at from tip where mark = :mark")
              .param("mark", "mark-" + danger)
              .query(
                  (row, n) ->
                      Duration.between(
                          row.getTimestamp("arrived_at").toInstant(),
                          row.getTimestamp("due_at").toInstant()))
              .single();
      assertThat(given).isEqualTo(danger ? Tip.READ_IN_DANGER : Tip.READ);
    }
  }
}
