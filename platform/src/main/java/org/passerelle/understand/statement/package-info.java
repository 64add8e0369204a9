/** Statements of interviews about actors and ties: passages of transcripts, linked to a network. */
@NamedInterface("statement")
@NullMarked
package org.passerelle.understand.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
