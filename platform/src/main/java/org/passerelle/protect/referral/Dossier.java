package org.passerelle.protect.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Urgency;
import org.passerelle.protect.enclosure.Enclosure;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a recipient gets: the request and the chosen fields, as values of their own. Minimised: a
 * field that was not chosen is not in it.
 *
 * @param referral identifier, the same on both sides
 * @param service code of {@code services}
 * @param purpose code of {@code consent_purposes}
 * @param deadline ISO instant by which an answer is asked
 * @param request in the sender's words
 * @param nonPunishment offences may have been compelled; travels with the file whenever it is set
 * @param minor whether the person might be under 18
 * @param onward whether it may be passed on
 * @param basis in words of codes: kind and purpose
 * @param fields from code of {@code Released} to its values; codes where a code list holds them
 * @param handOver what is asked of a country to which the case is handed over; null where a service
 *     is asked for
 * @param urgency code of how soon it is needed; null from a node of before that was said
 * @param files that go along; their contents follow by themselves
 */
public record Dossier(
    UUID referral,
    String service,
    String purpose,
    String deadline,
    String request,
    boolean nonPunishment,
    boolean minor,
    boolean onward,
    String basis,
    Map<String, List<String>> fields,
    @Nullable HandOver handOver,
    @Nullable String urgency,
    @Nullable List<Enclosure> files) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Dossier {
    fields = Map.copyOf(fields);
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** Files that go along; none from a node of before they could. */
  @Override
  public List<Enclosure> files() {
    return files == null ? List.of() : files;
  }

  /** One of them. */
  Optional<Enclosure> file(UUID id) {
    return files().stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /** Codes of all that is told: of fields, and of the categories of files. */
  Set<String> told() {
    Set<String> all = new TreeSet<>(fields.keySet());
    files().forEach(file -> all.add(file.field().code()));
    return Set.copyOf(all);
  }

  /** How soon it is needed. */
  public Urgency soon() {
    return urgency == null ? Urgency.ORDINARY : Urgency.of(urgency);
  }

  /** The same without fields that may not go. */
  public Dossier without(Set<String> refused) {
    Map<String, List<String>> left = new HashMap<>(fields);
    left.keySet().removeAll(refused);
    return new Dossier(
        referral,
        service,
        purpose,
        deadline,
        request,
        nonPunishment,
        minor,
        onward,
        basis,
        left,
        handOver,
        urgency,
        files().stream().filter(file -> !refused.contains(file.field().code())).toList());
  }

  /** The same with the files that go along. */
  Dossier with(List<Enclosure> enclosed) {
    return new Dossier(
        referral,
        service,
        purpose,
        deadline,
        request,
        nonPunishment,
        minor,
        onward,
        basis,
        fields,
        handOver,
        urgency,
        enclosed);
  }

  /**
   * What is asked of a country to which a case is handed over.
   *
   * @param returns whether the person is to travel there
   * @param acknowledgeBy ISO instant by which somebody there says that it is in hand
   */
  public record HandOver(boolean returns, String acknowledgeBy) {}

  String json() {
    return JSON.writeValueAsString(this);
  }

  static Dossier of(String json) {
    return JSON.readValue(json, Dossier.class);
  }
}
