/** Pages. */
@NullMarked
package org.passerelle.prosecute.courtfile.web;

import org.jspecify.annotations.NullMarked;
