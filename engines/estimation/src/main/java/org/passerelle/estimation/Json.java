package org.passerelle.estimation;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes maps, lists, texts, numbers and null as JSON; whole numbers without a point, no NaN. */
final class Json {
  /** Above it not every whole number is a double. */
  private static final double WHOLE = 1e15;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addModule(new SimpleModule().addSerializer(Double.class, new Numbers()))
          .build();

  private Json() {}

  static String of(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }

  private static final class Numbers extends StdSerializer<Double> {
    Numbers() {
      super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator json, SerializationContext context) {
      if (!Double.isFinite(number)) {
        json.writeNull();
      } else if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
        json.writeNumber(number.longValue());
      } else {
        json.writeNumber(number);
      }
    }
  }
}
