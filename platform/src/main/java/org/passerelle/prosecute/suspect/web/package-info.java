/** Pages. */
@NullMarked
package org.passerelle.prosecute.suspect.web;

import org.jspecify.annotations.NullMarked;
