export { getReviews as GET, postReview as POST } from '../../../../../../../../dist/backend/index.js';
