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

/** Measures and draws the displayed network. Results are cached for a while. */
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

  /**
   * Data of a case may disappear without a change of the network: the key therefore includes its
   * size.
   */
  private record Key(
      UUID network, int version, int actors, int ties, Lens lens, double resolution) {}

  /** Measures of the displayed network. */
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

  /** The drawing; the group of the selected actor is expanded first. */
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

  /** The shortest paths between the two selected ends, at most three. */
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
