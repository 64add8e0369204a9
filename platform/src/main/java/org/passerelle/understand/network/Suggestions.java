package org.passerelle.understand.network;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;
import org.passerelle.storage.Columns;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Possible missing ties: two actors share a phone, an account, a vehicle or an address, and have no
 * tie of their own. These are suggestions only; no tie is added before a user accepts one.
 */
@Service
public class Suggestions {
  private static final Set<ActorKind> SHARED =
      Set.of(
          ActorKind.PHONE,
          ActorKind.ACCOUNT,
          ActorKind.ADVERTISEMENT,
          ActorKind.VEHICLE,
          ActorKind.ADDRESS,
          ActorKind.BANK_ACCOUNT);

  private static final Set<ActorKind> WHO =
      Set.of(ActorKind.PERSON, ActorKind.FAMILY, ActorKind.ORGANISATION);

  /** An object shared by more actors says nothing about any two of them: a hotel, a hotline. */
  private static final int MOST_SHARING = 12;

  private static final int SHOWN = 200;
  private final JdbcClient db;
  private final Team team;
  private final Clock clock;

  Suggestions(JdbcClient db, Teams teams, Clock clock) {
    this.db = db;
    this.team = teams.of(NetworkTeam.TABLE);
    this.clock = clock;
  }

  /**
   * A suggestion.
   *
   * @param shared shared objects, by kind and label
   */
  public record Suggestion(Actor one, Actor other, List<Actor> shared) {
    public Suggestion {
      shared = List.copyOf(shared);
    }
  }

  /** Suggestions that the team has not answered, those with most shared objects first. */
  @Transactional(readOnly = true)
  public List<Suggestion> of(OpenedNetwork opened, SignedIn who) {
    team.needs(opened.id(), who);
    Set<List<String>> dismissed =
        Set.copyOf(
            db.sql("select one, other from network_dismissed where network = :id")
                .param("id", opened.id())
                .query((row, i) -> List.of(row.getString("one"), row.getString("other")))
                .list());
    return found(opened.network()).stream()
        .filter(s -> !dismissed.contains(List.of(s.one.id(), s.other.id())))
        .limit(SHOWN)
        .toList();
  }

  /** All suggestions for a network. */
  static List<Suggestion> found(CaseNetwork network) {
    Map<String, Actor> byId = new HashMap<>();
    network.actors().forEach(actor -> byId.put(actor.id(), actor));
    Set<List<String>> tied = new HashSet<>();
    // by label: the same number under two entries is one number
    Map<String, Set<String>> users = new LinkedHashMap<>();
    Map<String, Actor> things = new HashMap<>();
    for (Tie tie : network.ties()) {
      Actor one = byId.get(tie.source());
      Actor other = byId.get(tie.target());
      if (one == null || other == null) {
        continue;
      }
      tied.add(pair(one.id(), other.id()));
      note(one, other, users, things);
      note(other, one, users, things);
    }
    Map<List<String>, List<Actor>> shared = new LinkedHashMap<>();
    users.forEach(
        (thing, ids) -> {
          List<String> all = List.copyOf(ids);
          for (int i = 0; all.size() <= MOST_SHARING && i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
              List<String> pair = pair(all.get(i), all.get(j));
              Actor what = things.get(thing);
              if (!tied.contains(pair) && what != null) {
                shared.computeIfAbsent(pair, p -> new ArrayList<>()).add(what);
              }
            }
          }
        });
    List<Suggestion> suggestions = new ArrayList<>();
    shared.forEach(
        (pair, what) -> {
          Actor one = byId.get(pair.get(0));
          Actor other = byId.get(pair.get(1));
          // two victims kept at the same place are not thereby tied to a crime
          if (one != null && other != null && !(one.victim() && other.victim())) {
            suggestions.add(new Suggestion(one, other, what));
          }
        });
    suggestions.sort(
        Comparator.comparingInt((Suggestion s) -> -s.shared.size())
            .thenComparing(s -> s.one.label())
            .thenComparing(s -> s.other.label()));
    return suggestions;
  }

  private static void note(
      Actor user, Actor thing, Map<String, Set<String>> users, Map<String, Actor> things) {
    if (WHO.contains(user.kind()) && SHARED.contains(thing.kind())) {
      String key = thing.kind() + " " + plain(thing.label());
      users.computeIfAbsent(key, k -> new TreeSet<>()).add(user.id());
      things.putIfAbsent(key, thing);
    }
  }

  /** Letters and digits only, so that different spellings of a number are equal. */
  private static String plain(String label) {
    String letters =
        Normalizer.normalize(label, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.isEmpty() ? label : letters;
  }

  private static List<String> pair(String one, String other) {
    return one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one);
  }

  /** Dismisses a suggestion for the team. */
  @Transactional
  public void dismiss(UUID network, UUID one, UUID other, SignedIn who) {
    team.needs(network, who);
    List<String> pair = pair(one.toString(), other.toString());
    db.sql(
            """
            insert into network_dismissed (network, one, other, at, by_user)
            values (:network, :one, :other, :now, :user) on conflict do nothing
            """)
        .param("network", network)
        .param("one", UUID.fromString(pair.get(0)))
        .param("other", UUID.fromString(pair.get(1)))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
  }
}
