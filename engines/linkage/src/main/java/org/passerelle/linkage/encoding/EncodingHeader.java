package org.passerelle.linkage.encoding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.passerelle.linkage.BadRecords;

/**
 * The first line of an encoded file: what it is, so that nothing is compared that cannot be.
 *
 * @param scheme such as {@code saul}
 * @param values version, parameters, fingerprint of the key and the attributes, by name
 */
public record EncodingHeader(String scheme, Map<String, String> values) {
  /** How such a line begins. */
  public static final String MARK = "#passerelle-encoding";

  /** The scheme that encodes attribute by attribute. */
  public static final String BY_ATTRIBUTE = "attributes";

  /** The share of records in families, which may differ between lists that are compared. */
  private static final String FAMILIES = "families";

  public EncodingHeader {
    values = Map.copyOf(values);
  }

  /** The header of a scheme's file. */
  public static EncodingHeader of(Scheme scheme, String name, EncodingKey key, String attributes) {
    Map<String, String> values = new TreeMap<>(scheme.parameters());
    values.put("version", Integer.toString(scheme.version()));
    values.put("grams", name.equals(BY_ATTRIBUTE) ? "2" : "1");
    values.put("key", key.fingerprint());
    values.put("attributes", attributes);
    return new EncodingHeader(name, values);
  }

  /**
   * The same, with what share of the records have somebody of their family beside them, since
   * encodings of whole records cannot show it: rounded to a tenth, which tells of nobody.
   *
   * @param share from 0 to 1
   */
  public EncodingHeader withFamilies(double share) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(FAMILIES, String.format(Locale.ROOT, "%.1f", share));
    return new EncodingHeader(scheme, more);
  }

  /** The share that was told; empty if the list could not tell, or in files of before 0.3. */
  public OptionalDouble families() {
    String told = values.get(FAMILIES);
    try {
      return told == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(told));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Whether records of both can be compared. */
  public boolean isComparable(EncodingHeader other) {
    return scheme.equals(other.scheme) && parameters().equals(other.parameters());
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(values);
    parameters.remove(FAMILIES);
    return parameters;
  }

  /** The line, without its end. */
  public String line() {
    StringBuilder line = new StringBuilder(MARK + " scheme=" + scheme);
    new TreeMap<>(values)
        .forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
    return line.toString();
  }

  /** Reads a first line; empty if it is none of an encoded file. */
  public static Optional<EncodingHeader> read(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    for (String part : line.substring(MARK.length()).strip().split("[ ,;]+(?=[a-z]+=)", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new BadRecords(
            "The first line of an encoded file is damaged at %s. Maybe ask for the file anew."
                .formatted(part));
      }
      values.put(part.substring(0, equals), part.substring(equals + 1).strip());
    }
    String scheme = values.remove("scheme");
    if (scheme == null) {
      throw new BadRecords("The first line of an encoded file does not name its scheme.");
    }
    return Optional.of(new EncodingHeader(scheme, values));
  }

  /**
   * Refuses to compare what was encoded otherwise.
   *
   * @throws BadRecords with what differs
   */
  public void mustEqual(EncodingHeader other, String own, String others) {
    if (!scheme.equals(other.scheme)) {
      throw new BadRecords(
          "%s is encoded by %s and %s by %s; they cannot be compared. Maybe encode both by one scheme."
              .formatted(own, scheme, others, other.scheme));
    }
    if (!values.getOrDefault("key", "").equals(other.values.getOrDefault("key", ""))) {
      throw new BadRecords(
          "%s and %s were encoded with different keys (%s, %s). Maybe the key file, the purpose or the partners differ."
              .formatted(own, others, values.get("key"), other.values.get("key")));
    }
    if (!isComparable(other)) {
      throw new BadRecords(
          "%s and %s were encoded differently (%s; %s); they cannot be compared. Maybe encode the same columns with the same options."
              .formatted(own, others, parameters(), other.parameters()));
    }
  }
}
