/**
 * Exchange with programs for qualitative analysis: import and export of REFI-QDA project files
 * (.qdpx) and code books (.qdc).
 */
@NullMarked
package org.passerelle.understand.diagnosis.refi;

import org.jspecify.annotations.NullMarked;
