package org.passerelle.network.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.passerelle.network.ActorKind;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;
import tech.followthemoney.model.Model;
import tech.followthemoney.model.Schema;

/**
 * FollowTheMoney: one entity per line, as JSON. Edge entities of the model become ties, all others
 * actors; references of an actor to another (an owner, an address) become ties as well. Properties
 * are kept unchanged, so that exporting gives the same lines; data without a place in the model are
 * written under the key {@code passerelle} beside the properties, where other programs keep unknown
 * data.
 */
public final class FollowTheMoney {
  static final String SCHEMA = "ftm:schema";
  static final String CONTEXT = "ftm:context";
  static final String ENTITY = "ftm:entity";
  static final String PROPERTY = "ftm:property";
  static final String OURS = "passerelle";

  /** Marks our data beside properties that came from another program. */
  static final String BESIDE = "beside";

  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The schemata for our kinds. */
  static final Map<ActorKind, String> SCHEMATA =
      Map.ofEntries(
          Map.entry(ActorKind.PERSON, "Person"),
          Map.entry(ActorKind.FAMILY, "Organization"),
          Map.entry(ActorKind.ORGANISATION, "Organization"),
          Map.entry(ActorKind.PHONE, "UserAccount"),
          Map.entry(ActorKind.ACCOUNT, "UserAccount"),
          Map.entry(ActorKind.ADVERTISEMENT, "HyperText"),
          Map.entry(ActorKind.VEHICLE, "Vehicle"),
          Map.entry(ActorKind.ADDRESS, "Address"),
          Map.entry(ActorKind.BANK_ACCOUNT, "BankAccount"),
          Map.entry(ActorKind.EVENT, "Event"),
          Map.entry(ActorKind.OTHER, "LegalEntity"));

  private static final class Loaded {
    static final Model MODEL = load();

    private static Model load() {
      try {
        return Model.loadDefault();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private FollowTheMoney() {}

  static Model model() {
    return Loaded.MODEL;
  }

  static NetworkFile read(Source file) throws IOException {
    FtmReader reader = new FtmReader(file.name());
    return Text.read(
        file,
        StandardCharsets.UTF_8,
        lines -> {
          int line = 0;
          for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            if (!text.isBlank()) {
              reader.entity(parsed(text, file.name(), line), line);
            }
          }
          return reader.network();
        });
  }

  private static JsonNode parsed(String text, String name, int line) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadNetwork(
          Wording.NO_JSON,
          new Place(name, line),
          e.getOriginalMessage().strip().replaceAll("\\s+", " "));
    }
  }

  /** Writes a network, one entity per line. */
  public static void write(CaseNetwork network, Appendable out) throws IOException {
    FtmWriter.write(network, out);
  }

  /** The kind of actor for a schema. */
  static ActorKind kind(Schema schema) {
    for (ActorKind kind :
        new ActorKind[] {
          ActorKind.PERSON,
          ActorKind.ORGANISATION,
          ActorKind.ACCOUNT,
          ActorKind.ADVERTISEMENT,
          ActorKind.VEHICLE,
          ActorKind.ADDRESS,
          ActorKind.BANK_ACCOUNT,
          ActorKind.EVENT
        }) {
      if (schema.isA(schema(SCHEMATA.getOrDefault(kind, "")))) {
        return kind;
      }
    }
    return ActorKind.OTHER;
  }

  static Schema schema(String name) {
    Schema schema = model().getSchema(name);
    if (schema == null) {
      throw new BadNetwork(Wording.NO_SCHEMA, name);
    }
    return schema;
  }
}
