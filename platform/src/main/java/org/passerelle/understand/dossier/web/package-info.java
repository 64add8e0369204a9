/** Pages of the dossier. */
@NullMarked
package org.passerelle.understand.dossier.web;

import org.jspecify.annotations.NullMarked;
