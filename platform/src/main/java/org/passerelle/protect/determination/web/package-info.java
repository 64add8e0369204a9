/** Its pages. */
@NullMarked
package org.passerelle.protect.determination.web;

import org.jspecify.annotations.NullMarked;
