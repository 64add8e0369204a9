/** What a demonstration answers while it is being filled. */
@NullMarked
package org.passerelle.demo.web;

import org.jspecify.annotations.NullMarked;
