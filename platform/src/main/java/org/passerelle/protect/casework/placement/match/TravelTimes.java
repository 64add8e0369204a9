package org.passerelle.protect.casework.placement.match;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.placement.Travel;
import org.passerelle.protect.casework.placement.place.PlacingTeams;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Travel times between areas, supplied by a placing team as one line per pair: {@code from; to;
 * minutes}. The table names areas of places and is encrypted under the team's key.
 */
@Service
public class TravelTimes {
  /** Maximum length of a table, in characters. */
  public static final int LONGEST = 100_000;

  private static final String SEALED = "travel_table.content";
  private static final Pattern LINE =
      Pattern.compile("([^;,\\t]{1,100})[;,\\t]([^;,\\t]{1,100})[;,\\t]\\s*([0-9]{1,4})\\s*");
  private final JdbcClient db;
  private final Vault vault;
  private final PlacingTeams teams;
  private final AuditLog audit;
  private final Clock clock;

  TravelTimes(JdbcClient db, Vault vault, PlacingTeams teams, AuditLog audit, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.teams = teams;
    this.audit = audit;
    this.clock = clock;
  }

  /** The text of the table; empty if there is none. */
  @Transactional
  public String read(SignedIn who) {
    if (!who.is(Role.PLACEMENT_OFFICER)) {
      throw new NotFound();
    }
    UUID key = teams.key(who.organisation());
    return db.sql("select content from travel_table where organisation = :own")
        .param("own", who.organisation())
        .query(byte[].class)
        .optional()
        .map(content -> vault.open(key, SEALED, content))
        .orElse("");
  }

  /** The table as input of the matching engine. */
  @Transactional
  public Travel table(SignedIn who) {
    Map<String, Integer> minutes = parse(read(who));
    return (from, to) -> {
      Integer there = minutes.get(pair(from, to));
      Integer back = minutes.get(pair(to, from));
      if (there == null) {
        return back == null ? OptionalInt.empty() : OptionalInt.of(back);
      }
      return OptionalInt.of(back == null ? there : Math.min(there, back));
    };
  }

  /**
   * Replaces the table.
   *
   * @return number of pairs
   * @throws Refused with the first line that cannot be parsed
   */
  @Transactional
  public int write(String text, SignedIn who) {
    if (!who.is(Role.PLACEMENT_OFFICER)) {
      throw new NotFound();
    }
    int pairs = parse(text).size();
    UUID key = teams.key(who.organisation());
    byte[] content = vault.seal(key, SEALED, text);
    db.sql("delete from travel_table where organisation = :own")
        .param("own", who.organisation())
        .update();
    db.sql(
            """
            insert into travel_table (organisation, content, at, by_user)
            values (:own, :content, :now, :user)
            """)
        .param("own", who.organisation())
        .param("content", content)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    audit.write(
        who, "place.travel-written", "place", null, Map.of("pairs", Integer.toString(pairs)));
    return pairs;
  }

  static Map<String, Integer> parse(String text) {
    Map<String, Integer> minutes = new HashMap<>();
    List<String> lines = text.lines().toList();
    for (int l = 0; l < lines.size(); l++) {
      if (!lines.get(l).isBlank()) {
        Matcher line = LINE.matcher(lines.get(l));
        if (!line.matches()) {
          throw new Refused("match.refused.travel", l + 1).at("table");
        }
        minutes.put(pair(line.group(1), line.group(2)), Integer.parseInt(line.group(3)));
      }
    }
    return minutes;
  }

  private static String pair(String from, String to) {
    return plain(from) + ";" + plain(to);
  }

  /** Normalises the name of an area, ignoring case. */
  static String plain(String area) {
    return area.strip().toLowerCase(Locale.ROOT);
  }
}
