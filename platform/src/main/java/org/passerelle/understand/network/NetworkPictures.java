package org.passerelle.understand.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Path;
import org.passerelle.network.measure.Paths;
import org.springframework.stereotype.Service;

/** Measures and draws what somebody looks at. What was measured is remembered for a while. */
@Service
public class NetworkPictures {
  private static final int REMEMBERED = 12;
  private static final int WAYS = 3;
  private final Positions positions;
  private final Cache<Key, Measured> remembered =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterAccess(Duration.ofMinutes(20))
          .build();

  NetworkPictures(Positions positions) {
    this.positions = positions;
  }

  /** A state of a network may lose what came from a case without a change: hence its size. */
  private record Key(
      UUID network, int version, int actors, int ties, Lens lens, double resolution) {}

  /** Measures of what is looked at. */
  public Measured measured(OpenedNetwork opened, Look look) {
    Key key =
        new Key(
            opened.id(),
            opened.state().version(),
            opened.network().actors().size(),
            opened.network().ties().size(),
            look.lens(),
            look.resolution());
    return remembered.get(
        key, k -> Measured.of(look.lens().seen(opened.network()), look.resolution()));
  }

  /** What is drawn; the group of whoever is selected is opened first. */
  public Picture picture(OpenedNetwork opened, Measured measured, Look look, SignedIn who) {
    Map<String, Positions.At> places = positions.of(opened.id(), opened.network(), who);
    List<Integer> open = new ArrayList<>();
    Integer selected = measured.number(look.selected());
    if (selected != null) {
      open.add(measured.groups().of()[selected]);
    }
    ways(measured, look)
        .forEach(way -> way.vertices().forEach(v -> open.add(measured.groups().of()[v])));
    open.addAll(look.open());
    return Picture.of(measured, places, open.stream().distinct().toList());
  }

  /** The shortest ways between the two that the look names, at most three. */
  public static List<Path> ways(Measured measured, Look look) {
    UUID from = look.from();
    UUID to = look.to();
    Integer one = from == null ? null : measured.number(from.toString());
    Integer other = to == null ? null : measured.number(to.toString());
    if (one == null || other == null || one.equals(other)) {
      return List.of();
    }
    return new Paths(measured.graph(), false).shortest(one, other, WAYS, Progress.SILENT);
  }
}
