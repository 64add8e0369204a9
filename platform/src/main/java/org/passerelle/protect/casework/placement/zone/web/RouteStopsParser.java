package org.passerelle.protect.casework.placement.zone.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;

/**
 * Parses the stops of a route as typed or pasted: one per line, latitude and longitude as a map
 * shows them, followed by a description. Numbers with a decimal comma are separated by a semicolon.
 * Pure functions.
 */
final class RouteStopsParser {
  static final String FIELD = "stops";
  private static final int MOST = 60;
  private static final int LONGEST = 100;
  private static final Pattern WITH_POINTS =
      Pattern.compile(
          "(-?[0-9]{1,2}(?:\\.[0-9]{1,12})?)[,;\\s]\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,12})?)(?:[,;\\s]\\s*(.*))?");
  private static final Pattern WITH_COMMAS =
      Pattern.compile(
          "(-?[0-9]{1,2}(?:,[0-9]{1,12})?)\\s*;\\s*(-?[0-9]{1,3}(?:,[0-9]{1,12})?)(?:[;\\s]\\s*(.*))?");

  private static final Pattern FRACTION = Pattern.compile("[.,]");
  private static final Pattern COMMA_WITHIN = Pattern.compile("[0-9],[0-9]");
  private static final Pattern NUMBER_FIRST = Pattern.compile("^-?[0-9]");

  private RouteStopsParser() {}

  /** Parses the input; faults are recorded at the field. */
  static List<ExclusionZone.Stop> read(Filled form) {
    List<ExclusionZone.Stop> stops = new ArrayList<>();
    int line = 0;
    for (String typed : form.text(FIELD, 10_000).lines().toList()) {
      line++;
      if (typed.isBlank()) {
        continue;
      }
      Optional<ExclusionZone.Stop> stop = stop(typed.strip());
      if (stop.isEmpty()) {
        form.errors().add(FIELD, "zone.error.stop", line);
        return List.of();
      }
      if (!stops.isEmpty()
          && stops.get(stops.size() - 1).kilometresTo(stop.get())
              > ExclusionZone.Stop.MOST_KILOMETRES) {
        form.errors().add(FIELD, "zone.error.leg", line, ExclusionZone.Stop.MOST_KILOMETRES);
        return List.of();
      }
      stops.add(stop.get());
    }
    if (stops.size() == 1 || stops.size() > MOST) {
      form.errors().add(FIELD, "zone.error.stops", MOST);
    }
    return stops;
  }

  private static Optional<ExclusionZone.Stop> stop(String typed) {
    Matcher commas = WITH_COMMAS.matcher(typed);
    Matcher points = WITH_POINTS.matcher(typed);
    Matcher found = commas.matches() ? commas : points;
    if (found == points && !points.matches()) {
      return Optional.empty();
    }
    String name = found.group(3) == null ? "" : found.group(3).strip();
    if (isAmbiguous(typed, found.group(1), found.group(2), name)) {
      return Optional.empty();
    }
    double latitude = Double.parseDouble(found.group(1).replace(',', '.'));
    double longitude = Double.parseDouble(found.group(2).replace(',', '.'));
    if (Math.abs(latitude) > 90
        || Math.abs(longitude) > 180
        || name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(new ExclusionZone.Stop(latitude, longitude, name));
  }

  /**
   * "44,81 20,46" is a place in Serbia in decimal commas, not 44 degrees north and 81 east with the
   * name "20,46": whole degrees are accepted only if nothing else can be meant.
   */
  private static boolean isAmbiguous(String typed, String latitude, String longitude, String name) {
    boolean exact = FRACTION.matcher(latitude).find() && FRACTION.matcher(longitude).find();
    return !exact && (COMMA_WITHIN.matcher(typed).find() || NUMBER_FIRST.matcher(name).find());
  }

  /** Formats stops for the form. */
  static String shown(List<ExclusionZone.Stop> stops) {
    return stops.stream()
        .map(
            stop ->
                String.format(
                        Locale.ROOT, "%s, %s %s", stop.latitude(), stop.longitude(), cut(stop))
                    .strip())
        .collect(Collectors.joining("\n"));
  }

  private static String cut(ExclusionZone.Stop stop) {
    String name = stop.name().replaceAll("\\s+", " ");
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }
}
