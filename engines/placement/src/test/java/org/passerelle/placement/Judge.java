package org.passerelle.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An independent implementation of the hard rules, child by child. */
final class Judge {
  private final Batch batch;
  private final Map<String, Child> children = new HashMap<>();
  private final Map<String, Vacancy> places = new HashMap<>();

  Judge(Batch batch) {
    this.batch = batch;
    batch.children().forEach(c -> children.put(c.id(), c));
    batch.places().forEach(p -> places.put(p.id(), p));
  }

  /** The rules that an answer violates. */
  List<String> broken(Map<String, String> placed) {
    List<String> broken = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    placed.forEach(
        (id, at) -> {
          Child child = Objects.requireNonNull(children.get(id));
          Vacancy place = Objects.requireNonNull(places.get(at));
          taken.merge(at, 1, Integer::sum);
          alone(child, place).ifPresent(why -> broken.add(id + " in " + at + ": " + why));
        });
    taken.forEach(
        (at, many) -> {
          if (many > Objects.requireNonNull(places.get(at)).free()) {
            broken.add(at + " has " + many);
          }
        });
    for (Batch.Apart pair : batch.apart()) {
      String one = placed.get(pair.one());
      String other = placed.get(pair.other());
      if ((one != null && homes(pair.other(), placed).contains(one))
          || (other != null && homes(pair.one(), placed).contains(other))) {
        broken.add(pair + " in one house");
      }
    }
    for (Child one : batch.children()) {
      for (Child other : batch.children()) {
        if (!one.group().isEmpty()
            && one.group().equals(other.group())
            && !unsafe(one)
            && !unsafe(other)
            && !Objects.equals(placed.get(one.id()), placed.get(other.id()))) {
          broken.add(one.id() + " and " + other.id() + " are parted");
        }
      }
    }
    return broken;
  }

  /** Whether a member of their group is waiting with whom they may not live. */
  private boolean unsafe(Child child) {
    return batch.children().stream()
        .anyMatch(o -> o.group().equals(child.group()) && inConflict(child.id(), o.id()));
  }

  private boolean inConflict(String one, String other) {
    return batch.apart().stream()
        .anyMatch(
            p ->
                (p.one().equals(one) && p.other().equals(other))
                    || (p.one().equals(other) && p.other().equals(one)));
  }

  private List<String> homes(String id, Map<String, String> placed) {
    List<String> homes = new ArrayList<>();
    if (placed.containsKey(id)) {
      homes.add(placed.get(id));
    }
    batch.residents().stream().filter(r -> r.child().equals(id)).forEach(r -> homes.add(r.place()));
    return homes;
  }

  private Optional<String> alone(Child child, Vacancy place) {
    if (!place.sex().equals("any") && !place.sex().equals(child.sex())) {
      return Optional.of("sex");
    }
    for (int age = child.ageFrom(); age <= child.ageUntil(); age++) {
      if (age < place.ageFrom() || age > place.ageUntil()) {
        return Optional.of("age");
      }
    }
    for (String need : child.access()) {
      if (!place.access().contains(need)) {
        return Optional.of("access");
      }
    }
    for (Zone zone : child.zones()) {
      Point around = zone.along().isEmpty() ? null : zone.along().get(0);
      Point at = place.at();
      boolean far =
          around != null
              && at != null
              && zone.kilometres() > 0
              && byAngle(around, at) >= zone.kilometres() - 1e-6;
      boolean near = around != null && at != null && zone.kilometres() > 0 && !far;
      boolean known = zone.minutes() > 0 && !zone.area().isEmpty() && !place.area().isEmpty();
      boolean same = known && zone.area().equals(place.area());
      var told = known ? batch.travel().minutes(zone.area(), place.area()) : null;
      boolean late = told != null && told.isPresent() && told.getAsInt() >= zone.minutes();
      boolean soon = told != null && told.isPresent() && told.getAsInt() < zone.minutes();
      if (near || same || soon || !(far || late)) {
        return Optional.of("zone");
      }
    }
    List<String> siblings = new ArrayList<>();
    for (Batch.Resident one : batch.residents()) {
      if (one.child().equals(child.id()) && one.place().equals(place.id())) {
        return Optional.of("lives there already");
      }
      if (!children.containsKey(one.child())
          && !child.group().isEmpty()
          && one.group().equals(child.group())
          && !inConflict(child.id(), one.child())) {
        siblings.add(one.place());
      }
    }
    return siblings.isEmpty() || siblings.contains(place.id())
        ? Optional.empty()
        : Optional.of("away from brothers and sisters");
  }

  /** Great circle by the angle between vectors (atan2), another formula than the engine's. */
  static double byAngle(Point one, Point other) {
    double[] a = vector(one);
    double[] b = vector(other);
    double[] cross = {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
    double sine = Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
    return 6371.0088 * Math.atan2(sine, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
  }

  static double[] vector(Point point) {
    double north = Math.toRadians(point.latitude());
    double east = Math.toRadians(point.longitude());
    return new double[] {
      Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)
    };
  }
}
