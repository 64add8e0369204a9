package org.passerelle.steer.letter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.steer.letter.source.PictureSource;

/**
 * The pictures of letters, read over a plain JDBC connection. An entry refers to one by its
 * identifier.
 */
public final class StoredPictures implements PictureSource {
  private final Map<String, Found> byId;

  private StoredPictures(Map<String, Found> byId) {
    this.byId = Map.copyOf(byId);
  }

  /** All pictures. */
  public static StoredPictures read(Connection connection) throws SQLException {
    Map<String, Found> pictures = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select id, type, content, width, height from letter_picture");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        pictures.put(
            rows.getString(1),
            new Found(rows.getString(2), rows.getBytes(3), rows.getInt(4), rows.getInt(5)));
      }
    }
    return new StoredPictures(pictures);
  }

  @Override
  public Optional<Found> find(String file) {
    return Optional.ofNullable(byId.get(file));
  }
}
