/**
 * Exchange with programs for qualitative analysis: REFI-QDA project files (.qdpx) and code books
 * (.qdc), out and in.
 */
@NullMarked
package org.passerelle.understand.diagnosis.refi;

import org.jspecify.annotations.NullMarked;
