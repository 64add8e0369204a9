package org.passerelle.forms.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token of an expression with the position of its first character, from 1. */
record Token(Kind kind, String text, int position) {
  enum Kind {
    WORD,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<space>[ \\t\\r\\n]+)|(?<word>[A-Za-z][A-Za-z0-9_]*)"
              + "|(?<text>'(?:[^'\\x00-\\x1F]++|'')*+')|(?<number>-?[0-9]+(?:\\.[0-9]+)?)"
              + "|(?<sign><=|>=|!=|[=<>(),])");

  static List<Token> read(String expression) {
    if (expression.length() > ExpressionParser.LONGEST) {
      throw new ExpressionInvalid(
          ExpressionParser.LONGEST,
          "it has %d characters; at most %d are allowed."
              .formatted(expression.length(), ExpressionParser.LONGEST),
          "two questions can share the condition through their section.");
    }
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WORDS.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      if (!matcher.region(at, expression.length()).lookingAt()) {
        throw new ExpressionInvalid(
            at + 1,
            "\"%s\" is not understood."
                .formatted(expression.substring(at, Math.min(at + 12, expression.length()))),
            "a quote is missing: texts are in single quotes, as in 'yes'.");
      }
      if (matcher.group("space") == null) {
        tokens.add(token(matcher, at + 1));
      }
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "the end", expression.length() + 1));
    return tokens;
  }

  private static Token token(Matcher matcher, int position) {
    String found = matcher.group();
    if (matcher.group("text") != null) {
      String text = found.substring(1, found.length() - 1).replace("''", "'");
      return new Token(Kind.TEXT, text, position);
    }
    if (matcher.group("number") != null) {
      if (found.replaceAll("[-.]", "").length() > 15) {
        throw new ExpressionInvalid(
            position,
            "the number %s has more than 15 digits.".formatted(found),
            "it is a code and needs quotes.");
      }
      return new Token(Kind.NUMBER, found, position);
    }
    return new Token(matcher.group("word") == null ? Kind.SIGN : Kind.WORD, found, position);
  }

  boolean is(String expected) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
  }

  Value.Amount amount() {
    return new Value.Amount(new BigDecimal(text));
  }
}
