package org.passerelle.protect.casework.placement.place.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;

/**
 * Parses latitude and longitude with a decimal point or comma; both or none must be given. Pure
 * functions.
 */
public final class Degrees {
  private static final int NORTHMOST = 90;
  private static final int EASTMOST = 180;

  private Degrees() {}

  /** Degrees north, or null. */
  public static @Nullable Double latitude(Filled form) {
    return read("latitude", NORTHMOST, "longitude", form);
  }

  /** Degrees east, or null. */
  public static @Nullable Double longitude(Filled form) {
    return read("longitude", EASTMOST, "latitude", form);
  }

  private static @Nullable Double read(String id, int most, String other, Filled form) {
    String typed = form.text(id, 30).replace(',', '.');
    if (typed.isEmpty()) {
      if (!form.shown(other).isBlank()) {
        form.errors().add(id, "form.error.required");
      }
      return null;
    }
    if (typed.matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?")) {
      double degrees = Double.parseDouble(typed);
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    }
    form.errors().add(id, "placement.error.degrees", most);
    return null;
  }

  /** Formats degrees for a form. */
  static String shown(@Nullable Double degrees) {
    return degrees == null ? "" : String.format(Locale.ROOT, "%s", degrees);
  }
}
