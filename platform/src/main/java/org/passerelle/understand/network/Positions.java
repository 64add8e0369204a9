package org.passerelle.understand.network;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Progress;
import org.passerelle.network.layout.ForceLayout;
import org.passerelle.network.layout.Layout;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Positions of actors in the drawing. Computed once and stored: actors keep their position, and new
 * ones are placed near those they are tied to.
 */
@Service
public class Positions {
  /** Side length of the drawing. */
  public static final double SIDE = 1_000;

  private static final String PLACE = "network_layout.content";
  private static final long SEED = 1;

  /** If the share of new actors is larger, all are placed again. */
  private static final double MOSTLY_NEW = 0.5;

  /** Up to this number, new actors are placed one by one. */
  private static final int FEW = 5;

  private static final double APART = 2.6;
  private static final int MOST_APART = 500;
  private static final int ROUNDS = 40;
  private static final double FEWEST_ACROSS = 10;
  private static final int MOST_TURNS = 300;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final JdbcClient db;
  private final SealedJson json;
  private final Team team;
  private final Clock clock;

  Positions(JdbcClient db, SealedJson json, Teams teams, Clock clock) {
    this.db = db;
    this.json = json;
    this.team = teams.of(NetworkTeam.TABLE);
    this.clock = clock;
  }

  /** A position, from 0 to {@link #SIDE}. */
  public record At(double x, double y) {}

  record Kept(Map<String, At> places) {}

  /** The position of every actor; stored for next time. */
  @Transactional
  public Map<String, At> of(UUID network, CaseNetwork whole, SignedIn who) {
    team.needs(network, who);
    Map<String, At> kept = kept(network);
    List<String> fresh = new ArrayList<>();
    whole
        .actors()
        .forEach(
            actor -> {
              if (!kept.containsKey(actor.id())) {
                fresh.add(actor.id());
              }
            });
    if (fresh.isEmpty()) {
      return kept;
    }
    Map<String, At> places =
        fresh.size() > Math.max(FEW, whole.actors().size() * MOSTLY_NEW)
            ? anew(whole)
            : beside(kept, fresh, whole);
    keep(network, places);
    return places;
  }

  /** Computes all positions from scratch. */
  @Transactional
  public void arrange(UUID network, CaseNetwork whole, SignedIn who) {
    team.needs(network, who);
    keep(network, anew(whole));
  }

  /** Stores positions changed by hand. */
  @Transactional
  public void move(UUID network, Map<String, At> moved, SignedIn who) {
    team.needs(network, who);
    Map<String, At> places = kept(network);
    moved.forEach(
        (id, at) -> {
          if (places.containsKey(id)) {
            places.put(id, new At(within(at.x), within(at.y)));
          }
        });
    keep(network, places);
  }

  private static double within(double value) {
    return Double.isFinite(value) ? Math.max(-SIDE, Math.min(2 * SIDE, value)) : 0;
  }

  private static Map<String, At> anew(CaseNetwork whole) {
    Graph graph = whole.graph(false, GraphBuilder.Parallel.SUM);
    Layout layout = ForceLayout.of(graph, ForceLayout.usualRounds(graph), SEED, Progress.SILENT);
    Map<String, At> places = new HashMap<>();
    double[] x = layout.x().clone();
    double[] y = layout.y().clone();
    apart(x, y);
    for (int v = 0; v < graph.size(); v++) {
      places.put(whole.actors().get(v).id(), new At(rounded(x[v] * SIDE), rounded(y[v] * SIDE)));
    }
    return places;
  }

  /** Separates overlapping actors, if there are not too many. */
  private static void apart(double[] x, double[] y) {
    double gap = 1 / (APART * Math.sqrt(x.length));
    for (int round = 0; x.length <= MOST_APART && round < ROUNDS; round++) {
      for (int v = 0; v < x.length; v++) {
        for (int w = v + 1; w < x.length; w++) {
          double dx = x[w] - x[v];
          double dy = y[w] - y[v];
          double distance = Math.hypot(dx, dy);
          if (distance < gap) {
            double push = (gap - distance) / 2;
            double ux = distance > 0 ? dx / distance : Math.cos(v);
            double uy = distance > 0 ? dy / distance : Math.sin(v);
            x[v] -= push * ux;
            y[v] -= push * uy;
            x[w] += push * ux;
            y[w] += push * uy;
          }
        }
      }
    }
  }

  private static Map<String, At> beside(
      Map<String, At> kept, List<String> fresh, CaseNetwork whole) {
    Map<String, List<At>> near = new HashMap<>();
    whole
        .ties()
        .forEach(
            tie -> {
              At one = kept.get(tie.source());
              At other = kept.get(tie.target());
              if (one != null && other == null) {
                near.computeIfAbsent(tie.target(), id -> new ArrayList<>()).add(one);
              } else if (other != null && one == null) {
                near.computeIfAbsent(tie.source(), id -> new ArrayList<>()).add(other);
              }
            });
    Map<String, At> places = new HashMap<>(kept);
    double gap = SIDE / Math.max(FEWEST_ACROSS, 2 * Math.sqrt(whole.actors().size()));
    for (String id : fresh) {
      List<At> known = near.getOrDefault(id, List.of(new At(SIDE / 2, SIDE / 2)));
      double x = known.stream().mapToDouble(At::x).average().orElse(0);
      double y = known.stream().mapToDouble(At::y).average().orElse(0);
      places.put(id, free(new At(x, y), gap, places));
    }
    return places;
  }

  /** The nearest free position, on a spiral. */
  private static At free(At wanted, double gap, Map<String, At> taken) {
    At at = wanted;
    for (int turn = 1; turn <= MOST_TURNS && isTaken(at, gap, taken); turn++) {
      double angle = turn * GOLDEN_ANGLE;
      double radius = gap * Math.sqrt(turn);
      at =
          new At(
              rounded(wanted.x + radius * Math.cos(angle)),
              rounded(wanted.y + radius * Math.sin(angle)));
    }
    return at;
  }

  private static boolean isTaken(At at, double gap, Map<String, At> taken) {
    return taken.values().stream().anyMatch(o -> Math.hypot(o.x - at.x, o.y - at.y) < gap);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private Map<String, At> kept(UUID network) {
    return db.sql("select content from network_layout where network = :id")
        .param("id", network)
        .query((row, i) -> json.open(network, PLACE, row.getBytes(1), Kept.class).places)
        .optional()
        .map(HashMap::new)
        .orElseGet(HashMap::new);
  }

  private void keep(UUID network, Map<String, At> places) {
    byte[] content = json.seal(network, PLACE, new Kept(places));
    OffsetDateTime now = Columns.now(clock);
    int changed =
        db.sql("update network_layout set content = :content, at = :now where network = :id")
            .param("content", content)
            .param("now", now)
            .param("id", network)
            .update();
    if (changed == 0) {
      db.sql(
              """
              insert into network_layout (network, content, at) values (:id, :content, :now)
              on conflict do nothing
              """)
          .param("content", content)
          .param("now", now)
          .param("id", network)
          .update();
    }
  }
}
